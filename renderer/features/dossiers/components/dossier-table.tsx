import { type KeyboardEvent, type RefObject, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { LocalDate } from '#shared/domain/local-date.ts';
import css from '../dossiers.module.css';
import type { DossierList } from '../hooks/use-dossier-list.ts';
import { useTallRows } from '../hooks/use-tall-rows.ts';
import { DossierRow } from './dossier-row.tsx';

const COLUMNS = [
  'code',
  'applicantName',
  'procedureName',
  'channel',
  'receivedOn',
  'dueOn',
  'finishedOn',
  'status',
] as const;
const RIGHT: readonly string[] = ['receivedOn', 'dueOn', 'finishedOn'];
/** Left out where a pane stands beside the list. */
const WIDE: readonly string[] = ['channel', 'receivedOn', 'finishedOn'];
const HEAD_HEIGHT = 30;

interface Props {
  readonly list: DossierList;
  readonly selected: number;
  readonly today: LocalDate;
  readonly grid: RefObject<HTMLDivElement | null>;
  onSelect(position: number): void;
  /** Enter or a double click. */
  onOpen(position: number): void;
}

/** The list of dossiers: a grid of any number of rows, of which only those in view exist. */
export function DossierTable({ list, selected, today, grid, onSelect, onOpen }: Props) {
  const { t } = useTranslation('dossiers');
  const base = useId();
  const count = list.ids?.length ?? 0;
  const rows = useTallRows(grid, count, HEAD_HEIGHT);
  const first = rows.items[0]?.index ?? 0;
  const last = rows.items.at(-1)?.index ?? -1;
  const { want, ids } = list;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new index must be asked for its rows, though the range is the same
  useEffect(() => {
    if (last >= first) want(first, last + 1);
  }, [first, last, want, ids]);

  const shown = useRef(-1);
  useEffect(() => {
    if (shown.current !== selected) rows.show(selected);
    shown.current = selected;
  });

  const move = (to: number) => onSelect(Math.min(count - 1, Math.max(0, to)));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || count === 0) return;
    const at = Math.max(selected, 0);
    switch (event.key) {
      case 'ArrowDown':
        move(selected + 1);
        break;
      case 'ArrowUp':
        move(at - 1);
        break;
      case 'PageDown':
        move(at + rows.perPage);
        break;
      case 'PageUp':
        move(at - rows.perPage);
        break;
      case 'Home':
        move(0);
        break;
      case 'End':
        move(count - 1);
        break;
      case 'Enter':
        onOpen(at);
        break;
      default:
        return;
    }
    event.preventDefault();
  };

  const rowUnder = (target: EventTarget): number => {
    const row = target instanceof Element ? target.closest<HTMLElement>('[data-position]') : null;
    return row ? Number(row.dataset.position) : -1;
  };

  return (
    <div
      ref={grid}
      role="grid"
      tabIndex={0}
      aria-label={t('table.label')}
      aria-rowcount={count + 1}
      aria-colcount={COLUMNS.length}
      aria-activedescendant={selected >= 0 ? `${base}-${selected}` : undefined}
      aria-busy={list.loading}
      className={css.grid}
      onKeyDown={onKeyDown}
      onClick={(event) => rowUnder(event.target) >= 0 && onSelect(rowUnder(event.target))}
      onDoubleClick={(event) => rowUnder(event.target) >= 0 && onOpen(rowUnder(event.target))}
    >
      <div role="row" aria-rowindex={1} className={css.head}>
        {COLUMNS.map((column) => (
          <span
            key={column}
            role="columnheader"
            className={`${RIGHT.includes(column) ? 'num' : ''} ${WIDE.includes(column) ? css.wide : ''}`}
          >
            {t(`columns.${column}`)}
          </span>
        ))}
      </div>
      <div role="presentation" className={css.rows} style={{ height: rows.height }}>
        {rows.items.map((item) => (
          <DossierRow
            key={item.index}
            id={`${base}-${item.index}`}
            position={item.index}
            top={item.top}
            row={list.rowAt(item.index)}
            selected={item.index === selected}
            today={today}
          />
        ))}
      </div>
    </div>
  );
}
