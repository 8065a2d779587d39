import { useId } from 'react';
import css from './charts.module.css';

/**
 * Where a figure may end: hatched from the lowest to the highest, a diamond at the likely one, the target's tick.
 * A picture of numbers that stand beside it in words, hence hidden from readers. All in percent.
 */
export function RangeBar({
  lowest,
  likely,
  highest,
  target,
  scale,
}: {
  readonly lowest: number;
  readonly likely: number;
  readonly highest: number;
  readonly target: number;
  /** Pixels of one percent, so that shapes keep their form at any length. */
  readonly scale: number;
}) {
  const hatch = `hatch-${useId().replace(/[^\w-]/gu, '')}`;
  const length = 100 * scale;
  const x = (share: number) => Math.min(length, Math.max(0, share * scale));
  return (
    <svg className={css.range} viewBox={`-6 0 ${length + 12} 18`} aria-hidden="true">
      <defs>
        <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="5" height="5" className={css.hatchGround} />
          <line x1="0" y1="0" x2="0" y2="5" className={css.hatchLine} />
        </pattern>
      </defs>
      <rect x="0" y="5" width={length} height="8" rx="2" className={css.track} />
      <rect
        x={x(lowest)}
        y="5"
        width={Math.max(1.5, x(highest) - x(lowest))}
        height="8"
        fill={`url(#${hatch})`}
        className={css.band}
      />
      <path d={`M${x(likely)} 3.5l4.5 5.5-4.5 5.5-4.5-5.5z`} className={css.likely} />
      <rect x={x(target) - 1} y="0" width="2" height="18" className={css.tick} />
    </svg>
  );
}
