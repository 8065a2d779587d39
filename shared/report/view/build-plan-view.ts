import type { RecordOfLedger } from '../../domain/ledgers/registry.ts';
import { formatDate, type LocalDate } from '../../domain/local-date.ts';
import type { Threshold } from '../../domain/target-set.ts';
import { fill } from '../../i18n/fill.ts';
import { targetsPaper as words } from '../../i18n/vi/targetsPaper.ts';
import { periodInSentence, reportWords, thresholdText } from '../words.ts';
import { letterHead } from './letter-head.ts';
import type { CitedDecision, PaperOrigin, PlanGroupView, PlanView } from './paper-model.ts';

export type PlannedMeasure = Pick<
  RecordOfLedger<'measures'>,
  'objective' | 'measure' | 'resources' | 'owner' | 'from' | 'dueOn' | 'assessment'
>;

/** What the plan of a period is made from. */
export interface PlanInput extends PaperOrigin {
  readonly receiver: string;
  readonly period: { readonly id: string; readonly from: LocalDate; readonly to: LocalDate };
  readonly targetSet: {
    readonly id: string;
    readonly version: number;
    readonly decision: CitedDecision;
    /** Decision of the given set, where the set is the unit's own; null else. */
    readonly above: CitedDecision | null;
  };
  /** In the order of the set, with the threshold of the unit's level. */
  readonly objectives: readonly {
    readonly id: string;
    readonly title: string;
    readonly threshold: Threshold;
    readonly striven: boolean;
  }[];
  readonly measures: readonly PlannedMeasure[];
}

/**
 * The printed plan (kế hoạch thực hiện mục tiêu chất lượng; NĐ 30/2020 layout), in Vietnamese: every objective of the
 * set in its order with its measures by their time; measures of objectives that the set does not have come last.
 */
export function buildPlanView(input: PlanInput): PlanView {
  const { plan } = words;
  const report = reportWords('vi');
  const { page } = report;
  const period = periodInSentence(input.period.id, report);
  const unit = input.unit.name;
  const { id: set, version } = input.targetSet;
  return {
    kind: 'plan',
    orientation: 'landscape',
    heading: letterHead(
      {
        unit: input.unit,
        number: plan.numberBlank,
        date: null,
        madeAt: input.madeOn,
        title: plan.title,
        subject: [fill(plan.subject, { period })],
      },
      report,
    ),
    introduction: introduction(input, period),
    tableHeading: plan.section.measures,
    columns: [
      plan.columns.ordinal,
      plan.columns.objective,
      plan.columns.measure,
      plan.columns.resources,
      plan.columns.owner,
      plan.columns.time,
      plan.columns.assessment,
    ],
    groups: groups(input),
    carryingOut: {
      heading: plan.section.carryingOut,
      paragraphs: [plan.carryingOut.duty, plan.carryingOut.judging],
    },
    closing: fill(plan.closing, { period, unit }),
    recipients: {
      label: plan.recipients.label,
      lines: [
        fill(plan.recipients.above, { receiver: input.receiver }),
        plan.recipients.within,
        plan.recipients.file,
      ],
    },
    signature: input.signatory,
    footer: fill(plan.footer, { period, set, version }),
    watermark: input.sample ? page.watermark.sample : null,
    title: `${plan.title}: ${fill(plan.subject, { period })}, ${unit}`,
    author: unit,
  };
}

function introduction({ targetSet, period: { from, to }, unit }: PlanInput, period: string): string {
  const { decision, above } = targetSet;
  const common = { unit: unit.name, period, from: formatDate(from), to: formatDate(to) };
  const first = above ?? decision;
  const cited = { number: first.number, date: formatDate(first.date), issuer: first.issuer };
  if (above === null) return fill(words.plan.introduction, { ...common, ...cited });
  return fill(words.plan.introductionOwn, {
    ...common,
    ...cited,
    ownNumber: decision.number,
    ownDate: formatDate(decision.date),
    ownIssuer: decision.issuer,
  });
}

function groups({ objectives, measures }: PlanInput): PlanGroupView[] {
  const { plan } = words;
  let ordinal = 0;
  const rowsOf = (id: string): PlanGroupView['rows'] =>
    measures
      .filter(({ objective }) => objective === id)
      .sort(byTime)
      .map((one) => ({
        ordinal: String(++ordinal),
        measure: one.measure,
        resources: one.resources ?? '',
        owner: one.owner,
        time:
          one.from === null
            ? fill(plan.until, { to: formatDate(one.dueOn) })
            : fill(plan.time, { from: formatDate(one.from), to: formatDate(one.dueOn) }),
        assessment: one.assessment ?? '',
      }));
  const known = objectives.map(({ id, title, threshold, striven }) => ({
    objective: fill(plan.objective, { id, title }),
    threshold: fill(striven ? plan.thresholdStriven : plan.threshold, {
      threshold: thresholdText(threshold, 'vi'),
    }),
    continued: fill(plan.continued, { id }),
    none: plan.none,
    rows: rowsOf(id),
  }));
  const ids = new Set(objectives.map(({ id }) => id));
  const outside = [...new Set(measures.map(({ objective }) => objective))]
    .filter((id) => !ids.has(id))
    .sort();
  return [
    ...known,
    ...outside.map((id) => ({
      objective: fill(plan.outside, { id }),
      threshold: null,
      continued: fill(plan.continued, { id }),
      none: plan.none,
      rows: rowsOf(id),
    })),
  ];
}

/** By due day, then by beginning, then by text: the same plan on every machine. */
function byTime(a: PlannedMeasure, b: PlannedMeasure): number {
  const [left, right] = [a, b].map((one) => `${one.dueOn} ${one.from ?? ''} ${one.measure}`);
  return (left ?? '') < (right ?? '') ? -1 : left === right ? 0 : 1;
}
