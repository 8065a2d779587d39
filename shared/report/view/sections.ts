import { VERDICTS } from '../../domain/evaluation.ts';
import { totalRow } from '../../domain/flow.ts';
import { findFormula } from '../../domain/formulas/registry.ts';
import { fill } from '../../i18n/fill.ts';
import { formatCount, type Language } from '../../i18n/format.ts';
import type { ReportedObjective, ReportV1 } from '../report-v1.ts';
import { checkText, percentText, type ReportWords, ratioText, thresholdText } from '../words.ts';
import { correctionBlocks } from './corrections.ts';
import type { BlockView, ObjectiveRowView, SectionView } from './view-model.ts';

/** The four numbered sections of the report's body, and a fifth where figures of earlier periods were corrected. */
export function reportSections(report: ReportV1, words: ReportWords, language: Language): SectionView[] {
  const { section } = words.page;
  return [
    { heading: section.handling, blocks: handling(report, words, language) },
    { heading: section.objectives, blocks: objectives(report, words, language) },
    { heading: section.narrative, blocks: narrative(report, words) },
    { heading: section.notes, blocks: notes(report, words, language) },
    ...(report.corrections === undefined
      ? []
      : [{ heading: section.corrections, blocks: correctionBlocks(report.corrections, words, language) }]),
  ];
}

function handling({ flow }: ReportV1, words: ReportWords, language: Language): BlockView[] {
  const { handling: text } = words.page;
  const total = totalRow(flow);
  if (!total || (total.received.total === 0 && total.resolved.total === 0)) return [paragraph(text.nothing)];
  const shown = (figures: Readonly<Record<string, number>>) =>
    Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, formatCount(value, language)]));
  const { received } = total;
  return [
    paragraph(fill(text.received, shown({ ...received, fresh: received.online + received.other }))),
    paragraph(fill(text.resolved, shown(total.resolved))),
    paragraph(`${fill(text.pending, shown(total.pending))} ${text.details}`),
  ];
}

function objectives({ objectives: all }: ReportV1, words: ReportWords, language: Language): BlockView[] {
  const { objectives: text } = words.page;
  const parts = VERDICTS.map((verdict) => ({
    verdict,
    count: all.filter((one) => one.verdict === verdict).length,
  }))
    .filter(({ count }) => count > 0)
    .map(({ verdict, count }) => fill(text.parts[verdict], { count }));
  const columns = text.columns;
  const remarks = all.filter(({ remark }) => remark !== null && remark !== '');
  return [
    paragraph(fill(text.summary, { total: all.length, parts: parts.join(', ') })),
    {
      kind: 'objectives',
      columns: [
        columns.ordinal,
        columns.objective,
        columns.threshold,
        columns.result,
        columns.percent,
        columns.verdict,
        columns.short,
      ],
      rows: all.map((one) => objectiveRow(one, words, language)),
    },
    { kind: 'note', text: text.note },
    ...ownObjectives(all, words, language),
    ...(remarks.length === 0 ? [] : [paragraph(text.remarks)]),
    ...remarks.map(({ id, remark }) => paragraph(fill(text.remark, { id, text: remark }))),
  ];
}

/** What the unit set itself above what it was given: raised thresholds, and added objectives with their sentences. */
function ownObjectives(
  all: readonly ReportedObjective[],
  words: ReportWords,
  language: Language,
): BlockView[] {
  const { objectives: text } = words.page;
  return all.flatMap(({ id, title, sentence, threshold, given }) => {
    if (given === undefined) return [];
    const values = { id, title, sentence, threshold: thresholdText(threshold, language) };
    if (given === null) return [paragraph(fill(text.added, values))];
    return [paragraph(fill(text.raised, { ...values, given: thresholdText(given, language) }))];
  });
}

function objectiveRow(one: ReportedObjective, words: ReportWords, language: Language): ObjectiveRowView {
  const { verdict: names } = words.page;
  return {
    id: one.id,
    title: one.title,
    threshold: thresholdText(one.threshold, language),
    result: ratioText(one.numerator, one.denominator, language),
    percent: percentText(one.percent, language),
    verdict: one.verdict === 'missed' && one.striven ? names.missedStriven : names[one.verdict],
    missed: one.verdict === 'missed',
    short: one.shortBy === null ? '–' : formatCount(one.shortBy, language),
  };
}

function narrative({ narrative: text }: ReportV1, words: ReportWords): BlockView[] {
  return text === '' ? [paragraph(words.page.noNarrative)] : text.split('\n').map(paragraph);
}

/** Checks that say what an objective lacks. */
const MISSING = ['MISSING_DATA', 'MISSING_FACT'] as const;

function notes(
  { objectives: all, warnings, preparedBy }: ReportV1,
  words: ReportWords,
  language: Language,
): BlockView[] {
  const { notes: text } = words.page;
  const explained = new Set(warnings.map(({ code }) => code));
  // What a warning already says with its reason is not said twice.
  const missing = all
    .filter(
      ({ id, missingData }) =>
        (missingData ?? 0) > 0 && !MISSING.some((code) => explained.has(`${code}:${id}`)),
    )
    .map(({ id, formula, title, missingData, denominator }) =>
      paragraph(
        fill(findFormula(formula)?.kind === 'ledger' ? text.missingOther : text.missing, {
          id,
          title,
          count: formatCount(missingData ?? 0, language),
          denominator: formatCount(denominator ?? 0, language),
        }),
      ),
    );
  const reasons = warnings.map(({ code, params, reason }) =>
    paragraph(fill(text.reason, { warning: checkText(code, params, words, language), reason })),
  );
  const complete = all.every(({ missingData }) => missingData === null || missingData === 0);
  const prepared = preparedBy === null ? [] : [paragraph(fill(text.preparedBy, { name: preparedBy }))];
  return [...missing, ...reasons, ...(complete ? [paragraph(text.complete)] : []), ...prepared];
}

function paragraph(text: string): BlockView {
  return { kind: 'paragraph', text };
}
