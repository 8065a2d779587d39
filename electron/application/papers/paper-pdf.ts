import { renderPaper } from '#electron/report/pdf/papers.ts';
import { renderRecords } from '#electron/report/pdf/records.ts';
import { renderSummary } from '#electron/report/pdf/summary.ts';
import { loadReportResources } from '#electron/report/resources.ts';
import { writeAtomically } from '#electron/report/write-atomically.ts';
import type { ChosenFile } from '#shared/ipc/contract/common.ts';
import type { PaperChoice } from '#shared/ipc/contract/papers.ts';
import type { Parsed } from '#shared/ipc/contract.ts';
import { describeFile } from '../app/file-tokens.ts';
import type { Workspace } from '../context.ts';
import { planView } from './plan.ts';
import { recordsView } from './records.ts';
import { signingListView } from './signing-list.ts';
import { summaryView } from './summary.ts';

/** The paper as PDF, drawn now. Throws `AppError` PERIOD_UNKNOWN, OBJECTIVE_UNKNOWN. */
export async function paperPdf(workspace: Workspace, what: PaperChoice): Promise<Uint8Array> {
  const now = new Date(workspace.clock.now());
  const resources = loadReportResources(workspace.resourcesDir);
  const draw = (): Promise<Buffer> => {
    switch (what.kind) {
      case 'plan':
        return renderPaper(planView(workspace, what.period), now, resources);
      case 'signing-list':
        return renderPaper(signingListView(workspace, what.subject), now, resources);
      case 'summary':
        return renderSummary(summaryView(workspace, what.period, what.draft), now, resources);
      case 'records':
        return renderRecords(recordsView(workspace, what), now, resources);
    }
  };
  return new Uint8Array(await draw());
}

/** Saves a paper as a file. Throws `AppError` OUTPUT_UNWRITABLE. */
export async function savePaper(
  workspace: Workspace,
  { what, target }: Parsed<'papers.save'>,
): Promise<ChosenFile> {
  const path = workspace.files.resolve(target);
  await writeAtomically(path, await paperPdf(workspace, what));
  return describeFile(target, path);
}
