import { useFormat } from '../app/words.ts';
import classes from './parts.module.css';

interface Props {
  /** Truncated percentage with two decimals, `"34.98"`; null: no figure. */
  readonly percent: string | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/** A figure as it is always shown: the percentage, and beside it the counts it comes from. */
export function Figure({ percent, numerator, denominator }: Props) {
  const format = useFormat();
  return (
    <span className={classes.figure}>
      <b className={percent === null ? classes.noFigure : undefined}>{format.percent(percent)}</b>
      {numerator === null || denominator === null ? null : (
        <span className={classes.ratio}>({format.ratio(numerator, denominator)})</span>
      )}
    </span>
  );
}
