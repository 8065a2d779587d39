import type { Output, Parsed } from '#shared/ipc/contract.ts';
import { cleanTexts } from '#shared/report/clean-text.ts';
import { buildPersonView, type PersonItem } from '#shared/report/view/build-person-view.ts';
import { readProfile } from '../app/documents.ts';
import { describeFile } from '../app/file-tokens.ts';
import type { Workspace } from '../context.ts';
import { originOf } from '../papers/origin.ts';
import type { PersonalPlace } from '../ports.ts';
import { demandImpersonal } from './impersonal.ts';

/**
 * The paper or the workbook that a citizen gets, numbers unmasked. Logged before the file is written: no file without
 * its entry. Throws `AppError` RECORD_INVALID (a reason that names the person), OUTPUT_UNWRITABLE.
 */
export async function exportPerson(
  { query, places, reason, format, target }: Parsed<'privacy.export'>,
  workspace: Workspace,
): Promise<Output<'privacy.export'>> {
  const { store, files, clock, resourcesDir } = workspace;
  demandImpersonal(query, reason);
  const items = itemsOf(workspace, places);
  const path = files.resolve(target);
  await store.write((tx) =>
    tx.tell({ kind: 'person-exported', subject: { times: items.length, format, reason } }),
  );
  if (format === 'xlsx') {
    const { writePerson } = await import('#electron/export/write-person.ts');
    await writePerson(items, path);
  } else {
    const { renderPerson } = await import('#electron/report/pdf/person.ts');
    const { loadReportResources } = await import('#electron/report/resources.ts');
    const { writeAtomically } = await import('#electron/common/write-atomically.ts');
    const view = buildPersonView(cleanTexts({ ...originOf(workspace), query, reason, items }));
    const { layout } = readProfile(store);
    const pdf = await renderPerson(view, new Date(clock.now()), loadReportResources(resourcesDir), layout);
    await writeAtomically(path, pdf);
  }
  return { records: items.length, saved: describeFile(target, path) };
}

/** What stands at places that are still there. */
export function itemsOf({ store }: Pick<Workspace, 'store'>, places: readonly PersonalPlace[]): PersonItem[] {
  return places.flatMap((place) => {
    const detail = store.privacy.detail(place);
    return detail === null ? [] : [{ ...detail, kind: place.kind }];
  });
}
