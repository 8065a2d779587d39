import { renderPaper } from '#electron/report/pdf/papers.ts';
import { loadReportResources } from '#electron/report/resources.ts';
import { writeAtomically } from '#electron/report/write-atomically.ts';
import type { ChosenFile } from '#shared/ipc/contract/common.ts';
import type { PaperChoice } from '#shared/ipc/contract/papers.ts';
import type { Parsed } from '#shared/ipc/contract.ts';
import { describeFile } from '../app/file-tokens.ts';
import type { Workspace } from '../context.ts';
import { planView } from './plan.ts';
import { signingListView } from './signing-list.ts';

/** The paper as PDF, drawn now. Throws `AppError` PERIOD_UNKNOWN. */
export async function paperPdf(workspace: Workspace, what: PaperChoice): Promise<Uint8Array> {
  const view =
    what.kind === 'plan' ? planView(workspace, what.period) : signingListView(workspace, what.subject);
  const resources = loadReportResources(workspace.resourcesDir);
  return new Uint8Array(await renderPaper(view, new Date(workspace.clock.now()), resources));
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
