import { useTranslation } from 'react-i18next';
import type { ChangeSetEntry } from '#shared/ipc/contract/dossiers.ts';
import { CorrectedPeriods } from '../ui/corrected-periods.tsx';
import { formatInstant } from '../ui/instant.ts';
import { LinkButton } from '../ui/link-button.tsx';
import css from './pane.module.css';
import { PaneSection } from './pane.tsx';

/** Deeds that can be taken back from the history itself; a creation is taken back by deleting. */
const UNDOABLE: ReadonlySet<ChangeSetEntry['kind']> = new Set(['edited', 'deleted', 'restored']);

interface Props {
  /** Oldest first, as it is stored. */
  readonly history: readonly ChangeSetEntry[];
  /** The name of a field; null for one that is no longer told. */
  fieldName(field: string): string | null;
  /** A value in words; null when there is none. */
  valueText(field: string, value: string | null): string | null;
  onUndo(changeSet: number): void;
}

/** Every change of a record: who, when, from what to what, by which import; newest first. The last can be undone. */
export function HistoryList({ history, fieldName, valueText, onUndo }: Props) {
  const { t } = useTranslation('recordList');
  return (
    <PaneSection title={t('history.title')}>
      <ol className={css.history}>
        {history.toReversed().map((entry, at) => {
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
              {at === 0 && changeSet !== null && UNDOABLE.has(entry.kind) && (
                <>
                  {' '}
                  <LinkButton onClick={() => onUndo(changeSet)}>{t('actions.undo')}</LinkButton>
                </>
              )}
              {entry.reason && <div>{t('history.reason', { reason: entry.reason })}</div>}
              <Origins origins={entry.origins} />
              <CorrectedPeriods periods={entry.corrects} />
              <Changes fields={entry.fields} fieldName={fieldName} valueText={valueText} />
            </li>
          );
        })}
      </ol>
    </PaneSection>
  );
}

/** Which former units' books a record came from, and as what. */
function Origins({ origins = [] }: Pick<ChangeSetEntry, 'origins'>) {
  const { t } = useTranslation('recordList');
  return origins.map(({ unitCode, unitName, id, code, joined }) => {
    const said = { unit: unitName, code: unitCode, id, was: code ?? '' };
    const text = joined ? 'history.originJoined' : code === null ? 'history.origin' : 'history.originCode';
    return <div key={`${unitCode} ${unitName} ${id}`}>{t(text, said)}</div>;
  });
}

function Changes({
  fields,
  fieldName,
  valueText,
}: Pick<Props, 'fieldName' | 'valueText'> & Pick<ChangeSetEntry, 'fields'>) {
  const { t } = useTranslation('recordList');
  const told = fields.flatMap((change) => {
    const name = fieldName(change.field);
    return name === null ? [] : [{ ...change, name }];
  });
  if (told.length === 0) return null;
  const say = (field: string, value: string | null) => valueText(field, value) ?? t('history.empty');
  return (
    <ul>
      {told.map(({ field, name, from, to }) => (
        <li key={field}>
          {name}: <del>{say(field, from)}</del> → <span className={css.now}>{say(field, to)}</span>
        </li>
      ))}
    </ul>
  );
}
