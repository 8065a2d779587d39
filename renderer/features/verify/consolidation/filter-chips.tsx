import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/words.ts';
import css from './consolidation.module.css';
import { UNIT_FLAGS, type UnitFlag } from './model/flags.ts';
import { useGathering } from './store.ts';

/** Shown also where there is none: that nobody is missing is worth reading. */
const ALWAYS: readonly UnitFlag[] = ['received', 'missing', 'late', 'missed'];

/** What the units are, with how many of each; one chosen shows those alone. ← → go through them. */
export function FilterChips({
  counts,
  total,
}: {
  readonly counts: Readonly<Record<UnitFlag, number>>;
  readonly total: number;
}) {
  const { t } = useTranslation('gathering');
  const format = useFormat();
  const chosen = useGathering((view) => view.flag);
  const row = useRef<HTMLDivElement>(null);
  const flags: (UnitFlag | null)[] = [
    null,
    ...UNIT_FLAGS.filter((flag) => counts[flag] > 0 || ALWAYS.includes(flag) || flag === chosen),
  ];
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const to = (flags.indexOf(chosen) + step + flags.length) % flags.length;
    useGathering.setState({ flag: flags[to] ?? null });
    row.current?.querySelectorAll('button')[to]?.focus();
  };
  return (
    <div
      ref={row}
      role="radiogroup"
      aria-label={t('filter.label')}
      className={css.chips}
      onKeyDown={onKeyDown}
      tabIndex={-1}
    >
      {flags.map((flag) => (
        <button
          key={flag ?? 'all'}
          type="button"
          role="radio"
          aria-checked={flag === chosen}
          tabIndex={flag === chosen ? 0 : -1}
          data-none={flag !== null && counts[flag] === 0 ? '' : undefined}
          onClick={() => useGathering.setState({ flag })}
        >
          {t(`filter.${flag ?? 'all'}`)} <b>{format.count(flag === null ? total : counts[flag])}</b>
        </button>
      ))}
    </div>
  );
}
