import { useTranslation } from 'react-i18next';
import { type LedgerId, ledgerOf } from '#shared/domain/ledgers/registry.ts';
import type { ChangeSetEntry } from '#shared/ipc/contract/dossiers.ts';
import { CorrectedPeriods } from '../../ui/corrected-periods.tsx';
import { formatInstant } from '../../ui/instant.ts';
import type { FieldOptions } from '../hooks/use-field-options.ts';
import css from '../ledgers.module.css';
import { useLedgerWords } from '../words.ts';

/** Deeds that can be taken back from the history itself; a creation is taken back by deleting. */
const UNDOABLE: ReadonlySet<ChangeSetEntry['kind']> = new Set(['edited', 'deleted', 'restored']);

interface Props {
  readonly ledger: LedgerId;
  readonly history: readonly ChangeSetEntry[];
  readonly options: FieldOptions;
  onUndo(changeSet: number): void;
}

/** Every change of an entry: who, when, from what to what, by which import; newest first. The last can be undone. */
export function EntryHistory({ ledger, history, options, onUndo }: Props) {
  const { t } = useTranslation('entries');
  const words = useLedgerWords();
  const newestFirst = [...history].reverse();
  const say = (field: string, value: string | null) => options.text(field, value) ?? t('history.empty');
  return (
    <div className={css.section}>
      <h3>{t('pane.history')}</h3>
      <ol className={css.history}>
        {newestFirst.map((entry, at) => {
          const { changeSet } = entry;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: entries have no identity of their own and never reorder
            <li key={at}>
              <b>{t(`history.${entry.kind}`)}</b>
              {entry.importId !== null && ` · ${t('history.byImport', { id: entry.importId })}`}
              <span className={css.when}>
                {' '}
                · {entry.user} · {formatInstant(entry.at)}
              </span>
              {at === 0 && changeSet !== null && UNDOABLE.has(entry.kind) ? (
                <button type="button" className={css.link} onClick={() => onUndo(changeSet)}>
                  {t('actions.undo')}
                </button>
              ) : null}
              {entry.reason && <div>{t('history.reason', { reason: entry.reason })}</div>}
              <CorrectedPeriods periods={entry.corrects} />
              {entry.fields.length > 0 && (
                <ul>
                  {entry.fields
                    .filter(({ field }) => ledgerOf(ledger).fields[field])
                    .map(({ field, from, to }) => (
                      <li key={field}>
                        {words.field(ledger, field)}: <del>{say(field, from)}</del> →{' '}
                        <span className={css.now}>{say(field, to)}</span>
                      </li>
                    ))}
                </ul>
              )}
            </li>
          );
        })}
      </ol>
    </div>
  );
}
