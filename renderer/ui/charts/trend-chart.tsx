import css from './charts.module.css';
import { type Counted, type Level, lineOf, placeOf, plot, type Spot } from './plot.ts';

/** A period's figure with the words that stand beside it. */
export interface TrendMark extends Counted {
  readonly id: string;
  /** Under the mark: `Quý I`, and below that `2024` where it changes. */
  readonly label: string;
  readonly under: string;
  /** Above the mark: `34,98 %`. */
  readonly value: string;
  /** Its own target in percent; null: that period was judged by none. */
  readonly target: number | null;
  /** Whether that target was met; null: no figure. */
  readonly met: boolean | null;
}

const PLOT = 102;
const TOP = 18;
const LABELS = 39;
const SIDE = 30;
/** From a mark to the foot of its number, above or below it. */
const ABOVE = -9;
const BELOW = 15;

/**
 * The figures of some periods, each with its number: a disc where the target was met, a triangle where it was missed,
 * the targets dashed, a gap where a period has no figure. Told apart by shape, not by colour, so that it can be read on
 * black-and-white paper. Drawn one unit a pixel, so that letters keep their size.
 */
export function TrendChart({
  marks,
  width,
  label,
}: {
  readonly marks: readonly TrendMark[];
  /** Pixels. */
  readonly width: number;
  /** All of it in words. */
  readonly label: string;
}) {
  const room = { width, height: PLOT, inset: SIDE, edge: 12 };
  const { spots, runs, levels } = plot(marks, room, 8);
  const place = (at: number) => placeOf(at, marks.length, room);
  return (
    <svg
      className={css.trend}
      width={width}
      height={TOP + PLOT + LABELS}
      viewBox={`0 ${-TOP} ${width} ${TOP + PLOT + LABELS}`}
      role="img"
      aria-label={label}
    >
      {levels.map(({ x1, x2, y }) => (
        <line key={x1} className={css.target} x1={x1} x2={x2} y1={y} y2={y} />
      ))}
      {runs.map((run) => (
        <polyline key={run[0]?.x} points={lineOf(run)} />
      ))}
      {marks.map((mark, at) => {
        const spot = spots[at];
        const x = place(at);
        return (
          <g key={mark.id} data-met={mark.met ?? undefined}>
            {spot ? (
              <>
                {mark.met === false ? (
                  <path d={`M${spot.x} ${spot.y - 5}l5 8.5h-10z`} />
                ) : (
                  <circle cx={spot.x} cy={spot.y} r="4" />
                )}
                <text
                  x={spot.x}
                  y={spot.y + (isBelow(spot, levels) ? BELOW : ABOVE)}
                  textAnchor="middle"
                  className={css.value}
                >
                  {mark.value}
                </text>
              </>
            ) : (
              <text x={x} y={PLOT / 2} textAnchor="middle" className={css.noValue}>
                –
              </text>
            )}
            <text x={x} y={PLOT + 20} textAnchor="middle" className={css.period}>
              {mark.label}
            </text>
            <text x={x} y={PLOT + 35} textAnchor="middle" className={css.period}>
              {mark.under}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

/** A number stands below its mark where the target's line would run through it. */
function isBelow({ x, y }: Spot, levels: readonly Level[]): boolean {
  const middle = y + ABOVE - 4;
  return levels.some((level) => level.x1 <= x && x <= level.x2 && Math.abs(level.y - middle) < 7);
}
