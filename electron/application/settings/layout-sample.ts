import { renderLayoutSample } from '#electron/report/pdf/layout-sample.ts';
import { loadReportResources } from '#electron/report/resources.ts';
import { cleanTexts } from '#shared/report/clean-text.ts';
import type { PaperLayout } from '#shared/report/paper-layout.ts';
import { buildLayoutSample } from '#shared/report/view/build-layout-sample.ts';
import { readProfile } from '../app/documents.ts';
import type { Workspace } from '../context.ts';

/** A page as a layout would have it, saved or not. */
export async function layoutSample(workspace: Workspace, layout: PaperLayout): Promise<Uint8Array> {
  const { store, clock, resourcesDir } = workspace;
  const { unit, signatory, receiver } = readProfile(store);
  const view = buildLayoutSample(
    cleanTexts({ unit, signatory, madeOn: clock.today() }),
    cleanTexts(receiver),
    layout,
  );
  const resources = loadReportResources(resourcesDir);
  return new Uint8Array(await renderLayoutSample(view, layout, new Date(clock.now()), resources));
}
