import css from './charts.module.css';
import { plot } from './plot.ts';

/** A period's figure with the words that stand beside it. */
export interface TrendMark {
  readonly id: string;
  /** Under the mark: `Quý I/2024`. */
  readonly label: string;
  /** Above the mark: `34,98 %`. */
  readonly value: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** Whether its own target was met; null: no figure. */
  readonly met: boolean | null;
}

const ROOM = { width: 340, height: 92, inset: 34 } as const;
const TOP = 18;
const HEIGHT = ROOM.height + TOP + 6;

/**
 * The figures of some periods, each with its number: a disc where the target was met, a triangle where it was missed,
 * the target dashed. Told apart by shape, not by colour, so that it can be read on black-and-white paper.
 */
export function TrendChart({
  marks,
  target,
  label,
}: {
  readonly marks: readonly TrendMark[];
  /** Percent. */
  readonly target: number;
  /** All of it in words. */
  readonly label: string;
}) {
  const { line, targetY } = plot(marks, target, { ...ROOM, inset: ROOM.inset }, 8);
  const drawn = line.filter((spot) => spot !== null);
  return (
    <svg
      className={css.trend}
      viewBox={`0 ${-TOP} ${ROOM.width} ${HEIGHT + TOP}`}
      role="img"
      aria-label={label}
    >
      <line className={css.target} x1="0" x2={ROOM.width} y1={targetY} y2={targetY} />
      <polyline points={drawn.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')} />
      {marks.map((mark, at) => {
        const spot = line[at];
        const x = spot?.x ?? place(at, marks.length);
        return (
          <g key={mark.id} data-met={mark.met ?? undefined}>
            {spot ? (
              <>
                {mark.met === false ? (
                  <path d={`M${spot.x} ${spot.y - 5}l5 8.5h-10z`} />
                ) : (
                  <circle cx={spot.x} cy={spot.y} r="4" />
                )}
                <text x={spot.x} y={spot.y - 9} textAnchor="middle" className={css.value}>
                  {mark.value}
                </text>
              </>
            ) : (
              <text x={x} y={ROOM.height / 2} textAnchor="middle" className={css.noValue}>
                –
              </text>
            )}
            <text x={x} y={HEIGHT - 8} textAnchor="middle" className={css.period}>
              {mark.label}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

function place(at: number, count: number): number {
  return ROOM.inset + (count > 1 ? (at * (ROOM.width - 2 * ROOM.inset)) / (count - 1) : 0);
}
