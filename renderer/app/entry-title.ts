import { useCallback } from 'react';
import { type LedgerId, ledgerOf } from '#shared/domain/ledgers/registry.ts';
import { formatDate, parseIsoDate } from '#shared/domain/local-date.ts';
import { useLedgerWords } from '../ledgers/words.ts';

/** Between the parts of a title (shared/domain/ledgers/entry-rules.ts). */
const DOT = ' · ';
const MONTH = /^\d{4}-\d{2}$/;

/**
 * The name of an entry as people read it: days, months and values of choices, which the program keeps as codes, in
 * words. A dossier's number (`ledger` null) stands as it is.
 */
export function useEntryTitle(): (ledger: LedgerId | null, title: string) => string {
  const words = useLedgerWords();
  return useCallback(
    (ledger, title) => {
      if (ledger === null) return title;
      const choices = Object.entries(ledgerOf(ledger).fields).filter(([, { type }]) => type === 'choice');
      const read = (part: string): string => {
        const day = parseIsoDate(part);
        if (day) return formatDate(day);
        if (MONTH.test(part)) return `${part.slice(5)}/${part.slice(0, 4)}`;
        const choice = choices.find(([, field]) => Object.hasOwn(field.choices ?? {}, part));
        return choice ? words.choice(ledger, choice[0], part) : part;
      };
      return title.split(DOT).map(read).join(DOT);
    },
    [words],
  );
}
