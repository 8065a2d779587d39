import { findFormula } from '../domain/formulas/registry.ts';
import { fill } from '../i18n/fill.ts';
import { formatCount, type Language } from '../i18n/format.ts';
import type { ReportedObjective } from './report-v1.ts';
import { percentText, ratioText, reportWords, thresholdText } from './words.ts';

/**
 * One paragraph per missed objective, from its figures alone: counts, percentage, distance to the target, and how
 * many of its records lack a fact. A proposal to be completed by the office; it claims no cause it cannot know.
 */
export function proposeNarrative(
  objectives: readonly Omit<ReportedObjective, 'remark'>[],
  language: Language,
): string {
  const { narrative: text } = reportWords(language);
  return objectives
    .filter(({ verdict }) => verdict === 'missed')
    .map((one) => {
      const unit = findFormula(one.formula)?.kind === 'dossier' ? text.unit.dossier : text.unit.other;
      const sentences = [
        fill(one.striven ? text.missedStriven : text.missed, {
          id: one.id,
          title: one.title,
          result: ratioText(one.numerator, one.denominator, language),
          percent: percentText(one.percent, language),
          threshold: thresholdText(one.threshold, language),
        }),
        one.shortBy === null
          ? text.unreachable
          : fill(text.short, { count: formatCount(one.shortBy, language), unit }),
      ];
      if ((one.missingData ?? 0) > 0)
        sentences.push(
          fill(text.missing, {
            count: formatCount(one.missingData ?? 0, language),
            denominator: formatCount(one.denominator ?? 0, language),
            unit,
          }),
        );
      return sentences.join(' ');
    })
    .join('\n');
}
