import type { FormulaCause } from '../domain/formulas/cause.ts';
import { findFormula } from '../domain/formulas/registry.ts';
import { formatDate, type LocalDate } from '../domain/local-date.ts';
import { causes as enCauses } from '../i18n/en/causes.ts';
import { fill } from '../i18n/fill.ts';
import { formatCount, type Language } from '../i18n/format.ts';
import { causes as viCauses } from '../i18n/vi/causes.ts';
import type { ReportedObjective } from './report-v1.ts';
import { percentText, type ReportWords, ratioText, reportWords, thresholdText } from './words.ts';

/** Why so many are against a figure or left out of it. */
export interface CauseCount {
  readonly cause: FormulaCause;
  readonly count: number;
}

/** An open measure of the plan behind an objective. */
export interface PlannedMeasure {
  readonly measure: string;
  readonly owner: string;
  readonly dueOn: LocalDate;
}

/** What stands behind the figure of an objective. */
export interface BehindFigure {
  readonly against: readonly CauseCount[];
  readonly excluded: readonly CauseCount[];
  readonly measures: readonly PlannedMeasure[];
}

type Told = Omit<ReportedObjective, 'remark'>;

/** Longest narrative that a draft keeps. */
const LONGEST = 10_000;
/** Causes and measures that a paragraph names; the largest and the next due ones. */
const NAMED = 4;
const MEASURE = 200;

/**
 * A proposal to be completed by the office. One paragraph per missed objective: its counts, percentage and distance to
 * the target, what the records against it have in common, and the open measures of the plan; it claims no cause that
 * no record shows. Then one paragraph that says each percentage in words (giải trình tỷ lệ): n of d, and what was left
 * out. `behind` knows what stands behind a figure; without it figures alone are told.
 */
export function proposeNarrative(
  objectives: readonly Told[],
  language: Language,
  behind: (id: string) => BehindFigure | null = () => null,
): string {
  const words = reportWords(language);
  const missed = objectives
    .filter(({ verdict }) => verdict === 'missed')
    .map((one) => missedParagraph(one, behind(one.id), words, language));
  const told = objectives.flatMap((one) => ratioSentence(one, behind(one.id), words, language));
  return withinLimit(missed, told, words.narrative.ratios);
}

function missedParagraph(
  one: Told,
  behind: BehindFigure | null,
  words: ReportWords,
  language: Language,
): string {
  const { narrative: text } = words;
  const unit = unitOf(one, words);
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
  if (behind === null) return sentences.join(' ');
  if (behind.against.length > 0)
    sentences.push(fill(text.against, { causes: causeList(behind.against, unit, words, language) }));
  sentences.push(
    behind.measures.length === 0
      ? text.noMeasures
      : fill(text.measures, { measures: measureList(behind.measures, words) }),
  );
  return sentences.join(' ');
}

/** A percentage in words; nothing where nothing was counted. */
function ratioSentence(
  one: Told,
  behind: BehindFigure | null,
  words: ReportWords,
  language: Language,
): string[] {
  const { narrative: text, formula } = words;
  const key = one.formula.replace(/[.-]/g, '_') as keyof typeof formula;
  const counted = formula[key] as (typeof formula)[typeof key] | undefined;
  if (one.numerator === null || !one.denominator || counted === undefined) return [];
  const sentence = fill(text.ratio, {
    id: one.id,
    n: formatCount(one.numerator, language),
    counted: counted.numerator,
    d: formatCount(one.denominator, language),
    of: counted.denominator,
    percent: percentText(one.percent, language),
  });
  const left = behind?.excluded ?? [];
  if (left.length === 0) return [sentence];
  const unit = unitOf(one, words);
  const count = formatCount(
    left.reduce((sum, { count }) => sum + count, 0),
    language,
  );
  return [
    `${sentence} ${fill(text.excluded, { count, unit, causes: causeList(left, unit, words, language) })}`,
  ];
}

function causeList(
  counts: readonly CauseCount[],
  unit: string,
  { narrative: text }: ReportWords,
  language: Language,
): string {
  const names = language === 'vi' ? viCauses : enCauses;
  const sorted = [...counts].sort((a, b) => b.count - a.count);
  const shown = sorted.slice(0, NAMED).map(({ cause, count }) => {
    const name = names[cause];
    const lower = name.charAt(0).toLowerCase() + name.slice(1);
    return fill(text.cause, { cause: lower, count: formatCount(count, language), unit });
  });
  const rest = sorted.slice(NAMED).reduce((sum, { count }) => sum + count, 0);
  if (rest > 0) shown.push(fill(text.otherCauses, { count: formatCount(rest, language), unit }));
  return shown.join('; ');
}

function measureList(measures: readonly PlannedMeasure[], { narrative: text }: ReportWords): string {
  const shown = measures.slice(0, NAMED).map(({ measure, owner, dueOn }) => {
    const line = measure
      .replace(/\s+/gu, ' ')
      .trim()
      .replace(/[.;]+$/u, '');
    const cut = line.length > MEASURE ? `${line.slice(0, MEASURE - 1)}…` : line;
    return fill(text.measure, { measure: cut, owner, due: formatDate(dueOn) });
  });
  const rest = measures.length - shown.length;
  if (rest > 0) shown.push(fill(text.otherMeasures, { count: rest }));
  return shown.join('; ');
}

function unitOf({ formula }: Told, { narrative: { unit } }: ReportWords): string {
  return findFormula(formula)?.kind === 'dossier' ? unit.dossier : unit.other;
}

/** As many paragraphs and sentences as a draft can keep, the first ones first. */
function withinLimit(missed: readonly string[], told: readonly string[], template: string): string {
  const paragraphs: string[] = [];
  let length = 0;
  for (const paragraph of missed) {
    if (length + paragraph.length + 1 > LONGEST) return paragraphs.join('\n');
    paragraphs.push(paragraph);
    length += paragraph.length + 1;
  }
  const sentences: string[] = [];
  length += template.length;
  for (const sentence of told) {
    if (length + sentence.length + 1 > LONGEST) break;
    sentences.push(sentence);
    length += sentence.length + 1;
  }
  if (sentences.length > 0) paragraphs.push(fill(template, { sentences: sentences.join(' ') }));
  return paragraphs.join('\n');
}
