import { useCallback, useEffect, useRef, useState } from 'react';
import { type LedgerId, ledgerOf } from '#shared/domain/ledgers/registry.ts';
import type { StoredEntry } from '#shared/ipc/contract/ledgers.ts';
import { type LedgerWords, useLedgerWords } from '../ledgers/words.ts';
import { call } from './bridge.ts';
import { useEntryTitle } from './entry-title.ts';

/** A record named by the program; `ledger` null: a dossier. */
export interface NamedRecord {
  readonly ledger: LedgerId | null;
  readonly id: number;
  readonly code: string;
}

/** Rows asked for at a time (contract, `ledgers.rows`). */
const PAGE = 500;

/**
 * What people recognise entries by: a code alone says little, so the name beside it is read once the entries are
 * known (`CB01 · Nguyễn Văn A`). Until then, and for dossiers, the title as given.
 */
export function useEntryLabels(records: readonly NamedRecord[]): (record: NamedRecord) => string {
  const words = useLedgerWords();
  const titled = useEntryTitle();
  const [labels, setLabels] = useState<ReadonlyMap<string, string>>(new Map());
  const asked = useRef(new Set<string>());

  useEffect(() => {
    const wanted = new Map<LedgerId, number[]>();
    for (const { ledger, id } of records) {
      if (ledger === null || !isCoded(ledger) || asked.current.has(`${ledger} ${id}`)) continue;
      asked.current.add(`${ledger} ${id}`);
      wanted.set(ledger, [...(wanted.get(ledger) ?? []), id]);
    }
    for (const [ledger, ids] of wanted) {
      for (let at = 0; at < ids.length; at += PAGE)
        call('ledgers.rows', { ledger, ids: ids.slice(at, at + PAGE) }).then(
          (rows) =>
            setLabels((old) => {
              const next = new Map(old);
              for (const row of rows) next.set(`${ledger} ${row.id}`, labelOf(words, ledger, row));
              return next;
            }),
          // Without the name the code still stands.
          () => undefined,
        );
    }
  }, [records, words]);

  return useCallback(
    ({ ledger, id, code }) => labels.get(`${ledger ?? ''} ${id}`) ?? titled(ledger, code),
    [labels, titled],
  );
}

/** Entries of the ledger are known by a single code. */
function isCoded(ledger: LedgerId): boolean {
  const { repeatable, key } = ledgerOf(ledger);
  return !repeatable && key.length === 1;
}

function labelOf(words: LedgerWords, ledger: LedgerId, { record }: StoredEntry): string {
  return ledgerOf(ledger)
    .columns.slice(0, 2)
    .map((name) => words.value(ledger, name, record[name]))
    .filter((part) => part !== null)
    .join(' · ');
}
