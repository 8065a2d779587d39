import { useTranslation } from 'react-i18next';
import type { TargetSetEntry } from '#shared/ipc/contract/targets.ts';
import { useFormat } from '../../../app/words.ts';
import { arrowKeys } from '../../../ui/arrow-keys.ts';
import classes from '../targets.module.css';

/** Which set and which of its versions. */
export function setKey({ id, version }: Pick<TargetSetEntry, 'id' | 'version'>): string {
  return `${id} ${version}`;
}

/** All sets with their validity, newest first; a version superseded by a later one of the same set is dimmed. */
export function SetList({
  sets,
  selected,
  onSelect,
}: {
  readonly sets: readonly TargetSetEntry[];
  readonly selected: string;
  readonly onSelect: (key: string) => void;
}) {
  const { t } = useTranslation('targets');
  const format = useFormat();
  return (
    <ul className={classes.sets} aria-label={t('set.list')} onKeyDown={(event) => arrowKeys(event, true)}>
      {sets.map((set) => {
        const key = setKey(set);
        const superseded = sets.some(({ id, version }) => id === set.id && version > set.version);
        return (
          <li key={key}>
            <button
              type="button"
              aria-current={key === selected ? 'true' : undefined}
              data-superseded={superseded || undefined}
              tabIndex={key === selected ? 0 : -1}
              onClick={() => onSelect(key)}
            >
              <b>{set.name[format.language]}</b>
              <span>
                {set.validTo === null
                  ? t('set.from', { from: format.date(set.validFrom) })
                  : t('set.range', { from: format.date(set.validFrom), to: format.date(set.validTo) })}
              </span>
              <span>
                {t(`set.origin.${set.origin}`)} · {t('set.version', { n: set.version })}
                {set.current ? <em>{t('set.current')}</em> : null}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
