import type { ObjectiveResult } from '#shared/domain/evaluation.ts';
import { useFormat } from '../app/words.ts';
import { Figure } from './figure.tsx';
import { thresholdWords } from './threshold-words.ts';
import { VerdictBadge } from './verdict-badge.tsx';

interface Props {
  readonly result: ObjectiveResult;
  /** Striven for (phấn đấu). */
  readonly striven: boolean;
}

/** Figure, threshold and verdict of an objective: three cells in the row of a table. */
export function FigureCells({ result, striven }: Props) {
  const format = useFormat();
  return (
    <>
      <td className="num">
        <Figure percent={result.percent} numerator={result.numerator} denominator={result.denominator} />
      </td>
      <td className="num dim">{thresholdWords(result.threshold, format)}</td>
      <td>
        <VerdictBadge verdict={result.verdict} shortBy={result.shortBy} striven={striven} />
      </td>
    </>
  );
}
