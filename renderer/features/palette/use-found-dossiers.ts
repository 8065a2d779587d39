import { useEffect, useMemo, useState } from 'react';
import type { StoredDossier } from '#shared/ipc/contract/dossiers.ts';
import { call } from '../../app/bridge.ts';
import { contains } from './match.ts';

/** Pause in typing after which dossiers are looked for, in milliseconds. */
const PAUSE = 90;
const FOUND_MAX = 8;
const SHORTEST = 2;

interface Found {
  readonly asked: string;
  readonly rows: readonly StoredDossier[];
}

/**
 * Dossiers whose number, applicant or procedure fits; at most {@link FOUND_MAX}, after a short pause in typing.
 * Until the answer is there (`searching`), those of the former answer that fit the new words too.
 */
export function useFoundDossiers(query: string): {
  readonly found: readonly StoredDossier[];
  readonly searching: boolean;
} {
  const [answer, setAnswer] = useState<Found>({ asked: '', rows: [] });
  const asked = query.trim();
  const wanted = asked.length >= SHORTEST;
  useEffect(() => {
    if (!wanted) return undefined;
    let current = true;
    const give = (rows: readonly StoredDossier[]) => {
      if (current) setAnswer({ asked, rows });
    };
    const timer = setTimeout(() => {
      call('dossiers.find', { query: asked, limit: FOUND_MAX }).then(give, () => give([]));
    }, PAUSE);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [asked, wanted]);
  const searching = wanted && answer.asked !== asked;
  const found = useMemo(() => {
    if (!wanted) return [];
    return searching
      ? answer.rows.filter(({ record }) =>
          contains(asked, [record.code, record.applicantName, record.procedureName].join(' ')),
        )
      : answer.rows;
  }, [answer, asked, wanted, searching]);
  return { found, searching };
}
