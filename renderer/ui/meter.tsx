import type { CSSProperties } from 'react';
import classes from './parts.module.css';

export type MeterTone = 'met' | 'missed' | 'none' | 'plain';

interface Props {
  /** Share reached, 0–100; null draws the hatched bar of "no figure". */
  readonly value: number | null;
  /** Target, 0–100: the tick. */
  readonly target: number | null;
  readonly tone: MeterTone;
}

/**
 * A bar with the target's tick. A picture of figures that stand beside it in words, hence hidden from readers.
 * The bar of a missed target never touches the tick's right side: both are drawn to scale from exact shares.
 */
export function Meter({ value, target, tone }: Props) {
  if (value === null) return <div className={`${classes.meter} ${classes.meterNone}`} aria-hidden="true" />;
  const style = { '--v': Math.min(100, Math.max(0, value)), '--t': target ?? -100 } as CSSProperties;
  return (
    <div className={classes.meter} data-tone={tone} style={style} aria-hidden="true">
      {target === null ? null : <i />}
    </div>
  );
}
