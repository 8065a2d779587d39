import { createColumnHelper, tableFeatures, useTable } from '@tanstack/react-table';
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useId, useMemo, useRef } from 'react';
import classes from './data-table.module.css';
import { useTallRows } from './use-tall-rows.ts';

export interface DataColumn<T> {
  readonly id: string;
  readonly header: ReactNode;
  /** CSS grid track: `120px`, `minmax(160px, 2fr)`. */
  readonly width: string;
  /** Numbers and dates stand right, with tabular figures. */
  readonly align?: 'right';
  /** Stays at the left edge while the others move under it; only for the first column. */
  readonly pinned?: true;
  readonly cell: (row: T, index: number) => ReactNode;
}

interface Props<T> {
  readonly columns: readonly DataColumn<T>[];
  /** Number of all rows, loaded or not; any number. */
  readonly count: number;
  /** The row at a place, undefined while it is not loaded; asked for only around what is seen. */
  readonly rowAt: (index: number) => T | undefined;
  /** Tells which places are seen (inclusive, with some room around), so that they can be loaded. */
  readonly onRange?: (first: number, last: number) => void;
  /** Place of the active row, null for none. */
  readonly active: number | null;
  readonly onActive: (index: number) => void;
  /** Enter or double click on a row. */
  readonly onOpen?: (index: number) => void;
  /** Height of every row in pixels. */
  readonly rowHeight?: number;
  /** The element that takes the keys, for whoever gives it the keyboard. */
  readonly grid?: RefObject<HTMLDivElement | null>;
  /** What the table holds, for readers. */
  readonly label: string;
  /** Shown instead of rows when there are none. */
  readonly empty?: ReactNode;
  /** Whether a dialog that opens gives the table the keyboard. */
  readonly first?: boolean;
  /** Whether newer rows are on their way. */
  readonly busy?: boolean;
  /** Tone of a row; only repeats what its cells say. */
  readonly toneOf?: (row: T) => 'missed' | 'attention' | 'deleted' | null;
}

const features = tableFeatures({});
interface Slot<T> {
  readonly index: number;
  readonly row: T | undefined;
}

/**
 * A virtual table with rows of one height: draws only what is seen, whatever the number of rows. Keys: ↑ ↓ PageUp
 * PageDown Home End move, Enter opens. TanStack Table holds the columns and the seen rows.
 */
export function DataTable<T>(props: Props<T>) {
  const {
    columns,
    count,
    rowAt,
    onRange,
    active,
    onActive,
    onOpen,
    rowHeight = 30,
    label,
    empty,
    toneOf,
  } = props;
  const own = useRef<HTMLDivElement>(null);
  const scroller = props.grid ?? own;
  const id = useId();
  const rows = useTallRows(scroller, count, rowHeight, HEAD_HEIGHT);
  const { items } = rows;
  const first = items[0]?.index ?? 0;
  const last = items[items.length - 1]?.index ?? -1;
  useEffect(() => {
    if (last >= first) onRange?.(first, last);
  }, [first, last, onRange]);

  const definitions = useMemo(() => {
    const helper = createColumnHelper<typeof features, Slot<T>>();
    return helper.columns(
      columns.map((column) =>
        helper.display({
          id: column.id,
          header: () => column.header,
          cell: ({ row }) =>
            row.original.row === undefined ? null : column.cell(row.original.row, row.original.index),
        }),
      ),
    );
  }, [columns]);
  const seen: Slot<T>[] = items.map(({ index }) => ({ index, row: rowAt(index) }));
  const table = useTable({
    features,
    columns: definitions,
    data: seen,
    getRowId: (slot) => String(slot.index),
  });

  const template = columns.map((column) => column.width).join(' ');
  const minWidth = columns.reduce((sum, { width }) => sum + leastWidth(width), 0);
  const alignOf = new Map(columns.map((column) => [column.id, column.align]));
  const pinned = new Set(columns.flatMap((column) => (column.pinned ? [column.id] : [])));

  // Once for each row that becomes the active one: rows that come and go elsewhere move nothing under the hand.
  const shown = useRef<number | null>(null);
  useEffect(() => {
    if (active === shown.current) return;
    if (active !== null && (active >= count || !rows.measured)) return;
    if (active !== null) rows.show(active);
    shown.current = active;
  });

  function onKey(event: KeyboardEvent): void {
    if (count === 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    const at = active ?? -1;
    const moves: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + rows.perPage,
      PageUp: at - rows.perPage,
      Home: 0,
      End: count - 1,
    };
    const next = moves[event.key];
    if (next !== undefined) {
      event.preventDefault();
      onActive(Math.min(count - 1, Math.max(0, next)));
    } else if (event.key === 'Enter' && onOpen && !isControl(event.target)) {
      event.preventDefault();
      // Nothing is active yet: the first row is meant.
      if (active === null) onActive(0);
      onOpen(active ?? 0);
    }
  }

  return (
    <div
      ref={scroller}
      className={classes.scroller}
      role="grid"
      tabIndex={0}
      data-autofocus={props.first || undefined}
      aria-label={label}
      aria-rowcount={count + 1}
      aria-colcount={columns.length}
      aria-activedescendant={
        active !== null && active >= first && active <= last ? `${id}-${active}` : undefined
      }
      aria-busy={props.busy}
      onKeyDown={onKey}
    >
      {table.getHeaderGroups().map((group) => (
        <div
          key={group.id}
          role="row"
          tabIndex={-1}
          aria-rowindex={1}
          className={classes.head}
          style={{ gridTemplateColumns: template, height: HEAD_HEIGHT, minWidth }}
        >
          {group.headers.map((header) => (
            <div
              key={header.id}
              role="columnheader"
              tabIndex={-1}
              data-align={alignOf.get(header.column.id)}
              data-pinned={pinned.has(header.column.id) || undefined}
            >
              <table.FlexRender header={header} />
            </div>
          ))}
        </div>
      ))}
      {count === 0 ? (
        // A grid holds rows and nothing else: what to do first is one cell across all columns.
        <div role="row" tabIndex={-1}>
          <div role="gridcell" tabIndex={-1} aria-colspan={columns.length} className={classes.empty}>
            {empty}
          </div>
        </div>
      ) : (
        <div className={classes.body} style={{ height: rows.height, minWidth }}>
          {table.getRowModel().rows.map((row, place) => {
            const item = items[place];
            const slot = row.original;
            if (!item) return null;
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the grid itself takes the keys
              <div
                key={row.id}
                id={`${id}-${slot.index}`}
                role="row"
                tabIndex={-1}
                aria-rowindex={slot.index + 2}
                aria-selected={slot.index === active}
                className={classes.row}
                data-tone={slot.row === undefined ? undefined : (toneOf?.(slot.row) ?? undefined)}
                style={{
                  gridTemplateColumns: template,
                  height: rowHeight,
                  transform: `translateY(${item.top}px)`,
                }}
                onClick={(event) => {
                  onActive(slot.index);
                  // A click leaves the keyboard with the grid, not with the cell under the mouse.
                  if (!isControl(event.target)) scroller.current?.focus({ preventScroll: true });
                }}
                onDoubleClick={() => onOpen?.(slot.index)}
              >
                {row.getAllCells().map((cell) => (
                  <div
                    key={cell.id}
                    role="gridcell"
                    tabIndex={-1}
                    data-align={alignOf.get(cell.column.id)}
                    data-pinned={pinned.has(cell.column.id) || undefined}
                  >
                    {slot.row === undefined ? (
                      <i className={classes.waiting} />
                    ) : (
                      <table.FlexRender cell={cell} />
                    )}
                  </div>
                ))}
              </div>
            );
          })}
        </div>
      )}
    </div>
  );
}

const HEAD_HEIGHT = 32;

/** Something in a cell that takes keys and clicks itself. */
function isControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest('button, a, input, select, textarea') !== null;
}

/** The pixels a grid track takes at least: `120px`, `minmax(160px, 2fr)`. */
function leastWidth(track: string): number {
  return Number(/(\d+)px/u.exec(track)?.[1] ?? 0);
}
