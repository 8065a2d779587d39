import { type KeyboardEvent, useId, useRef } from 'react';
import css from './charts.module.css';
import { type Fill, FillPatterns, Swatch, type Tone } from './fills.tsx';
import { Segments } from './segments.tsx';

/** A kind of part, the same in every row. */
export interface StackColumn {
  readonly id: string;
  readonly label: string;
  readonly fill: Fill;
  readonly tone: Tone;
}

/** A row of parts; `counts` in the order of the columns, `total` their sum. */
export interface StackRow {
  readonly id: string;
  readonly label: string;
  readonly counts: readonly number[];
  readonly total: number;
  /** Stands for the rows below it. */
  readonly whole?: boolean;
}

interface Props {
  /** What it is a table of. */
  readonly caption: string;
  readonly head: { readonly row: string; readonly bar: string; readonly total: string };
  readonly columns: readonly StackColumn[];
  readonly rows: readonly StackRow[];
  readonly say: (count: number) => string;
  /** Leads to what a cell counts (`column` null: the total of its row); null where no list shows exactly that. */
  readonly leadOf: (row: StackRow, column: string | null) => (() => void) | null;
}

const WIDTH = 400;
const HEIGHT = 12;

/**
 * Bars of parts, one a row, as long as their share of the first row, each number beside its bar: a table that can be
 * read without its picture, and a picture that can be read without its colours. ← ↑ → ↓ go from number to number.
 */
export function StackedTable({ caption, head, columns, rows, say, leadOf }: Props) {
  const id = `stack-${useId().replace(/[^\w-]/gu, '')}`;
  const body = useRef<HTMLTableSectionElement>(null);
  const whole = rows[0]?.total ?? 0;
  const cell = (row: StackRow, column: StackColumn | null, count: number) => {
    const lead = count === 0 ? null : leadOf(row, column?.id ?? null);
    if (lead === null) return say(count);
    return (
      <button
        type="button"
        className={css.lead}
        data-cell={`${rows.indexOf(row)} ${column === null ? columns.length : columns.indexOf(column)}`}
        aria-label={`${row.label}, ${column?.label ?? head.total}: ${say(count)}`}
        onClick={lead}
      >
        {say(count)}
      </button>
    );
  };
  return (
    <table className={css.stackTable} aria-label={caption}>
      <thead>
        <tr>
          <th scope="col">{head.row}</th>
          <th scope="col" className={css.barHead}>
            <span className="sr-only">{head.bar}</span>
            <svg width="0" height="0" aria-hidden="true">
              <FillPatterns id={id} />
            </svg>
          </th>
          {columns.map((column) => (
            <th key={column.id} scope="col" className="num">
              <Swatch id={id} fill={column.fill} tone={column.tone} />
              {column.label}
            </th>
          ))}
          <th scope="col" className="num">
            {head.total}
          </th>
        </tr>
      </thead>
      <tbody ref={body} onKeyDown={(event) => walk(event, body.current)}>
        {rows.map((row) => (
          <tr key={row.id} data-whole={row.whole || undefined}>
            <th scope="row" title={row.label}>
              {row.label}
            </th>
            <td>
              <Segments
                segments={columns.map(({ id: part, fill, tone }, at) => ({
                  id: part,
                  count: row.counts[at] ?? 0,
                  fill,
                  tone,
                  onOpen: leadOf(row, part) ?? undefined,
                }))}
                whole={whole}
                length={WIDTH}
                height={HEIGHT}
                id={id}
              />
            </td>
            {columns.map((column, at) => (
              <td key={column.id} className="num">
                {cell(row, column, row.counts[at] ?? 0)}
              </td>
            ))}
            <td className="num">{cell(row, null, row.total)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Arrows go to the next number that leads somewhere, straight on. */
function walk(event: KeyboardEvent, body: HTMLElement | null): void {
  const step = STEPS[event.key];
  const at = (event.target as HTMLElement).dataset.cell?.split(' ').map(Number);
  if (!step || !at || !body) return;
  event.preventDefault();
  let [row = 0, column = 0] = at;
  for (let n = 0; n < 100; n += 1) {
    row += step[0];
    column += step[1];
    const next = body.querySelector<HTMLElement>(`[data-cell="${row} ${column}"]`);
    if (next) {
      next.focus();
      return;
    }
  }
}
