import type { Evaluation, FlowRow, ObjectiveResult } from '#shared/domain/evaluation.ts';
import { flowFigures } from '#shared/domain/flow.ts';
import { formatDate } from '#shared/domain/local-date.ts';
import { THRESHOLD_SIGNS, type Threshold } from '#shared/domain/target-set.ts';
import { formatCount, formatPercent, formatRatio } from '#shared/i18n/format.ts';
import type { ObjectiveText } from './objective-texts.ts';
import { table } from './table.ts';
import type { Words } from './words.ts';

/** The period's heading with the set that judges it, the objectives and the flow table as lines. */
export function evaluationLines(
  evaluation: Evaluation,
  targetSet: string,
  texts: readonly ObjectiveText[],
  words: Words,
): string[] {
  return [
    periodLine(evaluation, words),
    words.fill(words.cli.evaluate.judgedBy, { ...evaluation.targetSet, name: targetSet }),
    '',
    ...objectiveLines(evaluation.objectives, texts, words),
    '',
    words.cli.evaluate.flow,
    ...flowLines(evaluation.flow, words),
  ];
}

function periodLine({ period, asOf }: Evaluation, { cli, fill }: Words): string {
  const dates = { from: formatDate(period.from), to: formatDate(period.to) };
  const line =
    period.id === null
      ? fill(cli.evaluate.free, dates)
      : fill(cli.evaluate.period, { period: period.id, ...dates });
  return asOf < period.to ? `${line} ${fill(cli.evaluate.cut, { asOf: formatDate(asOf) })}` : line;
}

export function objectiveLines(
  objectives: readonly ObjectiveResult[],
  texts: readonly ObjectiveText[],
  words: Words,
): string[] {
  const { evaluate } = words.cli;
  const heading = [
    '',
    evaluate.objective,
    evaluate.ratio,
    evaluate.percent,
    evaluate.threshold,
    evaluate.verdict,
    evaluate.missing,
  ];
  const rows = objectives.map((objective) => {
    const text = texts.find(({ id }) => id === objective.id);
    return [
      objective.id,
      text?.title[words.lang] ?? '',
      ratioText(objective, words),
      objective.percent === null ? '' : formatPercent(objective.percent, words.lang),
      thresholdText(objective.threshold, words),
      verdictText(objective, text?.striven ?? false, words),
      objective.missingData ? formatCount(objective.missingData, words.lang) : '',
    ];
  });
  return table([heading, ...rows], [false, false, true, true, true, false, true]);
}

export function ratioText({ numerator, denominator }: ObjectiveResult, { lang }: Words): string {
  return numerator === null || denominator === null ? '' : formatRatio(numerator, denominator, lang);
}

function verdictText(
  { verdict, shortBy }: ObjectiveResult,
  striven: boolean,
  { cli, fill, lang }: Words,
): string {
  const parts: string[] = [cli.evaluate.verdicts[verdict]];
  if (shortBy !== null && shortBy > 0)
    parts.push(fill(cli.evaluate.shortBy, { n: formatCount(shortBy, lang) }));
  if (verdict === 'missed' && striven) parts.push(`(${cli.evaluate.striven})`);
  return parts.join(', ');
}

function thresholdText({ op, basisPoints }: Threshold, { lang }: Words): string {
  const percent = basisPoints % 100 === 0 ? String(basisPoints / 100) : (basisPoints / 100).toFixed(2);
  return `${THRESHOLD_SIGNS[op]} ${formatPercent(percent, lang)}`;
}

function flowLines(rows: readonly FlowRow[], words: Words): string[] {
  const { evaluate } = words.cli;
  const heading = [
    evaluate.field,
    evaluate.received,
    evaluate.online,
    evaluate.other,
    evaluate.carriedOver,
    evaluate.resolved,
    evaluate.early,
    evaluate.onTime,
    evaluate.late,
    evaluate.pending,
    evaluate.inTime,
    evaluate.overdue,
  ];
  const body = rows.map((row) => [
    row.field === null ? evaluate.total : row.field || evaluate.noField,
    ...flowFigures(row).map((n) => formatCount(n, words.lang)),
  ]);
  return table(
    [heading, ...body],
    heading.map((_, column) => column > 0),
  );
}
