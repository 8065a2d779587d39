import type { Evaluation } from '#shared/domain/evaluation.ts';
import { resolvePeriod } from '#shared/domain/period.ts';
import type { TargetObjective, TargetSet, Threshold, UnitLevel } from '#shared/domain/target-set.ts';
import { AppError } from '#shared/errors.ts';
import type { DraftText, Prepared, ReportCheck } from '#shared/ipc/contract/reports.ts';
import { cleanTexts } from '#shared/report/clean-text.ts';
import { proposeNarrative } from '#shared/report/narrative.ts';
import {
  REPORT_FORMAT,
  REPORT_VERSION,
  type ReportReference,
  type ReportV1,
  reportIdOf,
  TEMPLATE_VERSION,
} from '#shared/report/report-v1.ts';
import { readProfile } from '../app/documents.ts';
import { correctionsBefore } from '../closing/corrections.ts';
import type { Workspace } from '../context.ts';
import { evaluateBy, measuresOf } from '../evaluation/evaluate.ts';
import type { LoadedTargetSet } from '../evaluation/target-sets.ts';
import type { ReportRecord } from '../ports.ts';
import type { KnownSet } from '../targets/known-sets.ts';
import { behindFigures } from './behind-figures.ts';
import { reportChecks } from './checks.ts';
import { readDraftText, readPrepared } from './draft-text.ts';
import { entriesDigest, recordsDigest } from './records-digest.ts';

/** A report before it is signed, with what stands against it. */
export interface ComposedReport {
  readonly report: ReportV1;
  readonly evaluation: Evaluation;
  /** The set that judges the period. */
  readonly targets: KnownSet;
  readonly checks: readonly ReportCheck[];
  readonly text: DraftText;
  /** Who prepared this very text; null while nobody has. */
  readonly prepared: Prepared | null;
  /** The signed report of this period that it would supersede. */
  readonly amends: ReportRecord | null;
  /** The narrative as the figures of this moment propose it. */
  readonly proposed: string;
  readonly periodOver: boolean;
}

/**
 * Puts a period's report together from figures, settings and the saved draft; a period that has a signed report
 * gets the next revision, which supersedes it for `reason`. `text` takes the place of the saved draft. Throws `AppError`
 * PERIOD_NOT_PERIODIC for anything but a reporting period.
 */
export function composeReport(
  workspace: Workspace,
  periodId: string,
  { text, reason }: { readonly text?: DraftText; readonly reason?: string } = {},
): ComposedReport {
  const { store, clock } = workspace;
  if (resolvePeriod(periodId, readProfile(store).periodScheme) === null)
    throw new AppError('PERIOD_NOT_PERIODIC', { period: periodId });
  const measures = measuresOf(workspace, { period: periodId });
  const { profile, targets, period } = measures;
  const evaluation = evaluateBy(measures);
  const worded = targets.set.objectives.map((objective) => {
    const { id, annexPoint, title, sentence, striven, filter } = objective;
    const result = evaluation.objectives.find((one) => one.id === id);
    if (result === undefined) throw new RangeError(`objective ${id} was not evaluated`);
    return {
      ...result,
      annexPoint,
      title: title.vi,
      sentence: sentence.vi,
      striven,
      ...(filter === undefined ? {} : { filter }),
      ...givenOf(objective, targets, measures.level),
    };
  });
  const proposed = proposeNarrative(worded, 'vi', behindFigures(measures));
  const written = text ?? readDraftText(store, periodId, proposed);
  const { id: setId, version, name, decision } = targets.set;
  const prepared = readPrepared(store, periodId, written, evaluation);
  const entries = entriesDigest(measures);
  const corrections = correctionsBefore(store, period, measures.sources);
  const amends = store.reports.list(periodId).at(-1) ?? null;
  const unsigned: ReportV1 = {
    format: REPORT_FORMAT,
    version: REPORT_VERSION,
    template: TEMPLATE_VERSION,
    app: { name: 'so-chat-luong', version: workspace.version ?? '0.0.0' },
    sample: workspace.sample ?? false,
    report: {
      id: reportIdOf(profile.unit.code, periodId),
      createdAt: clock.now(),
      ...succession(workspace, amends),
      ...(amends === null ? {} : { reason: reason?.trim() || null }),
    },
    unit: profile.unit,
    receiver: profile.receiver,
    document: { number: written.number, date: written.date },
    signatory: profile.signatory,
    ...(profile.layout === undefined ? {} : { layout: profile.layout }),
    preparedBy: prepared?.name ?? null,
    period: { id: periodId, scheme: profile.periodScheme, from: period.from, to: period.to },
    asOf: clock.today(),
    targetSet: {
      id: setId,
      version,
      sha256: targets.sha256,
      name: name.vi,
      decision: cited(decision),
      ...(targets.base === null ? {} : { base: baseOf(targets.base) }),
    },
    objectives: worded.map((one) => ({ ...one, remark: written.remarks[one.id] || null })),
    flow: evaluation.flow,
    narrative: written.narrative,
    warnings: [],
    ...(corrections.length === 0 ? {} : { corrections }),
    records:
      period.end < period.from
        ? recordsDigest(store.dossiers, period.from, period.from)
        : recordsDigest(store.dossiers, period.from, period.end),
    ...(entries === null ? {} : { entries }),
    changeLog: headOf(store),
  };
  const cleaned = cleanTexts(unsigned);
  const checks = reportChecks(workspace, cleaned, prepared);
  const warnings = checks
    .filter(({ code, severity }) => severity === 'warning' && (written.reasons[code] ?? '').trim() !== '')
    .map(({ code, params }) => ({ code, params, reason: written.reasons[code] ?? '' }));
  const report = cleanTexts({ ...cleaned, warnings });
  return {
    report,
    evaluation,
    targets,
    checks,
    text: written,
    prepared,
    amends,
    proposed,
    periodOver: clock.today() > period.to,
  };
}

/** The last link of the log; signed with the report, it vouches for all that was logged before. */
function headOf({ log }: Workspace['store']): NonNullable<ReportV1['changeLog']> {
  const { seq, hash } = log.head();
  return { count: seq, sha256: hash };
}

/** What the given set says of an objective, where the unit's own set says otherwise. */
function givenOf(
  { id, threshold }: TargetObjective,
  { base }: KnownSet,
  level: UnitLevel,
): { readonly given?: Threshold | null } {
  if (base === null) return {};
  const given = base.set.objectives.find((one) => one.id === id)?.threshold[level];
  if (given === undefined) return { given: null };
  const raised = given.op !== threshold[level].op || given.basisPoints !== threshold[level].basisPoints;
  return raised ? { given } : {};
}

function baseOf({ set, sha256 }: LoadedTargetSet): NonNullable<ReportV1['targetSet']['base']> {
  return { id: set.id, version: set.version, sha256, decision: cited(set.decision) };
}

function cited({ number, date, issuer }: TargetSet['decision']): ReportV1['targetSet']['decision'] {
  return { number, date, issuer };
}

/** Revision and predecessors: the last report of the period is superseded, the last one of all is named. */
function succession(
  { store }: Workspace,
  superseded: ReportRecord | null,
): Pick<ReportV1['report'], 'revision' | 'supersedes' | 'previous'> {
  const previous = store.reports.list().at(-1);
  return {
    revision: (superseded?.revision ?? 0) + 1,
    supersedes: superseded === null ? null : referenceTo(superseded),
    previous: previous === undefined ? null : referenceTo(previous),
  };
}

function referenceTo({ reportId, revision, sha256 }: ReportRecord): ReportReference {
  return { reportId, revision, sha256 };
}
