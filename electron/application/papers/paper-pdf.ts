import { writeAtomically } from '#electron/common/write-atomically.ts';
import { renderPaper } from '#electron/report/pdf/papers.ts';
import { renderRecords } from '#electron/report/pdf/records.ts';
import { renderSummary } from '#electron/report/pdf/summary.ts';
import { loadReportResources } from '#electron/report/resources.ts';
import type { ChosenFile } from '#shared/ipc/contract/common.ts';
import type { PaperChoice } from '#shared/ipc/contract/papers.ts';
import type { Parsed } from '#shared/ipc/contract.ts';
import { readProfile } from '../app/documents.ts';
import { describeFile } from '../app/file-tokens.ts';
import type { Workspace } from '../context.ts';
import { taskInParts } from '../long-task.ts';
import { planView } from './plan.ts';
import { recordsView } from './records.ts';
import { signingListView } from './signing-list.ts';
import { summaryView } from './summary.ts';

/**
 * The paper as PDF, drawn now; `draft`: of a report that is not signed. Throws `AppError` PERIOD_UNKNOWN,
 * OBJECTIVE_UNKNOWN, CANCELLED.
 */
export async function drawPaper(
  workspace: Workspace,
  what: PaperChoice,
  task?: string,
): Promise<{ pdf: Uint8Array; draft: boolean }> {
  const now = new Date(workspace.clock.now());
  const resources = loadReportResources(workspace.resourcesDir);
  const { layout } = readProfile(workspace.store);
  const tell = taskInParts(workspace, task);
  let draft = false;
  const draw = (): Promise<Buffer> => {
    switch (what.kind) {
      case 'plan':
        return renderPaper(planView(workspace, what.period), now, resources, layout);
      case 'signing-list':
        return renderPaper(signingListView(workspace, what.subject), now, resources, layout);
      case 'summary': {
        const view = summaryView(workspace, what.period, what.draft);
        draft = view.draft;
        return renderSummary(view, now, resources);
      }
      case 'records':
        return renderRecords(
          recordsView(workspace, what),
          now,
          resources,
          tell === null ? undefined : (pages) => tell('drawing', pages),
        );
    }
  };
  await tell?.('counting');
  const pdf = new Uint8Array(await draw());
  return { pdf, draft };
}

/** Saves a paper as a file. Throws `AppError` OUTPUT_UNWRITABLE. */
export async function savePaper(
  workspace: Workspace,
  { what, target, task }: Parsed<'papers.save'>,
): Promise<ChosenFile> {
  const path = workspace.files.resolve(target);
  await writeAtomically(path, (await drawPaper(workspace, what, task)).pdf);
  return describeFile(target, path);
}
