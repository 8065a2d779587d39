import { renderPaper } from '#electron/report/pdf/papers.ts';
import { loadReportResources } from '#electron/report/resources.ts';
import { writeAtomically } from '#electron/report/write-atomically.ts';
import { resolvePeriod } from '#shared/domain/period.ts';
import { compareVietnamese } from '#shared/domain/vietnamese-order.ts';
import { AppError } from '#shared/errors.ts';
import type { ChosenFile } from '#shared/ipc/contract/common.ts';
import type { Parsed } from '#shared/ipc/contract.ts';
import { cleanTexts } from '#shared/report/clean-text.ts';
import { buildPlanView, type PlannedMeasure } from '#shared/report/view/build-plan-view.ts';
import { buildSigningListView, type Told } from '#shared/report/view/build-signing-list-view.ts';
import type { PaperOrigin, PlanView, SigningListView } from '#shared/report/view/paper-model.ts';
import { readProfile } from '../app/documents.ts';
import { describeFile } from '../app/file-tokens.ts';
import type { Workspace } from '../context.ts';
import { levelOf } from '../evaluation/target-sets.ts';
import { judgingSetOf } from './judging-set.ts';

/** Which paper: the plan of a period, or the signing list of one subject (null: of all). */
export type PaperChoice = Parsed<'targets.savePdf'>['what'];

/** The view of a paper from what is recorded. Throws `AppError` PERIOD_UNKNOWN. */
function paperView(workspace: Workspace, choice: PaperChoice): PlanView | SigningListView {
  return choice.kind === 'plan'
    ? planView(workspace, choice.period)
    : signingListView(workspace, choice.subject);
}

/** The paper as PDF, drawn now. */
export async function paperPdf(workspace: Workspace, choice: PaperChoice): Promise<Uint8Array> {
  const view = paperView(workspace, choice);
  const resources = loadReportResources(workspace.resourcesDir);
  return new Uint8Array(await renderPaper(view, new Date(workspace.clock.now()), resources));
}

/** Saves a paper as a file. Throws `AppError` OUTPUT_UNWRITABLE. */
export async function savePaper(
  workspace: Workspace,
  { what, target }: Parsed<'targets.savePdf'>,
): Promise<ChosenFile> {
  const path = workspace.files.resolve(target);
  await writeAtomically(path, await paperPdf(workspace, what));
  return describeFile(target, path);
}

/**
 * The plan of a period: the objectives of the set that judges it, and the measures whose time (from their first day,
 * else their due day, to their due day) touches it.
 */
export function planView(workspace: Workspace, periodId: string): PlanView {
  const { store } = workspace;
  const { periodScheme, receiver, unit } = readProfile(store);
  const period = resolvePeriod(periodId, periodScheme);
  if (period === null) throw new AppError('PERIOD_UNKNOWN', { period: periodId });
  const { set, base } = judgingSetOf(workspace, period);
  const level = levelOf(unit.kind);
  const measures: PlannedMeasure[] = store.entries
    .entries('measures')
    .map(({ record }) => record)
    .filter(({ from, dueOn }) => (from ?? dueOn) <= period.to && dueOn >= period.from);
  return buildPlanView(
    cleanTexts({
      ...originOf(workspace),
      receiver: receiver.to,
      period: { id: periodId, from: period.from, to: period.to },
      targetSet: {
        id: set.id,
        version: set.version,
        decision: set.decision,
        above: base?.set.decision ?? null,
      },
      objectives: set.objectives.map(({ id, title, threshold, striven }) => ({
        id,
        title: title.vi,
        threshold: threshold[level],
        striven,
      })),
      measures,
    }),
  );
}

function signingListView(workspace: Workspace, subject: string | null): SigningListView {
  const told: Told[] = workspace.store.entries
    .entries('communications')
    .map(({ record }) => record)
    .filter((one) => subject === null || one.subject === subject)
    .sort(
      (a, b) =>
        compareVietnamese(givenNameFirst(a.name), givenNameFirst(b.name)) || (a.toldOn < b.toldOn ? -1 : 1),
    );
  return buildSigningListView(cleanTexts({ ...originOf(workspace), subject, told }));
}

/** Lists of people stand in the order of given names, which come last. */
function givenNameFirst(name: string): string {
  const words = name.trim().split(/\s+/u);
  return [words.at(-1) ?? '', ...words.slice(0, -1)].join(' ');
}

function originOf({ store, clock, sample }: Workspace): PaperOrigin {
  const { unit, signatory } = readProfile(store);
  return { unit, signatory, madeOn: clock.today(), sample: sample ?? false };
}
