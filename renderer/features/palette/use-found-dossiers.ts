import { useMemo } from 'react';
import type { StoredDossier } from '#shared/ipc/contract/dossiers.ts';
import { call } from '../../app/bridge.ts';
import { useSettledAnswer } from '../../ui/use-settled-answer.ts';
import { contains } from './match.ts';

/** Pause in typing after which dossiers are looked for, in milliseconds. */
const PAUSE = 90;
const FOUND_MAX = 8;
const SHORTEST = 2;

const NONE: readonly StoredDossier[] = [];

/**
 * Dossiers whose number, applicant or procedure fits; at most {@link FOUND_MAX}, after a short pause in typing.
 * Until the answer is there (`searching`), those of the former answer that fit the new words too.
 */
export function useFoundDossiers(query: string): {
  readonly found: readonly StoredDossier[];
  readonly searching: boolean;
} {
  const asked = query.trim();
  const wanted = asked.length >= SHORTEST;
  const settled = useSettledAnswer<readonly StoredDossier[]>(wanted ? asked : null, find, NONE, PAUSE);
  const searching = wanted && settled.asked !== asked;
  const found = useMemo(() => {
    if (!wanted) return NONE;
    return searching
      ? settled.answer.filter(({ record }) =>
          contains(asked, [record.code, record.applicantName, record.procedureName].join(' ')),
        )
      : settled.answer;
  }, [settled, asked, wanted, searching]);
  return { found, searching };
}

function find(query: string): Promise<readonly StoredDossier[]> {
  return call('dossiers.find', { query, limit: FOUND_MAX });
}
