import type { ReceiptEntry } from '#shared/ipc/contract/receiver.ts';
import css from './receipts.module.css';
import { useWhereWords } from './use-where-words.ts';

/** Why a report was returned, line by line. */
export function ReasonList({ reasons }: { readonly reasons: ReceiptEntry['reasons'] }) {
  const words = useWhereWords();
  return (
    <ul className={css.reasons}>
      {reasons.map(({ where, text }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one answer never change
        <li key={at}>
          <b>{words(where)}</b>
          <span>{text}</span>
        </li>
      ))}
    </ul>
  );
}
