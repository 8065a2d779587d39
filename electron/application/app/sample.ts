import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileSha256 } from '#electron/common/file-hash.ts';
import { type Profile, profile } from '#shared/ipc/contract/app.ts';
import type { ImportKind, ImportResult } from '#shared/ipc/contract/imports.ts';
import { importOptions } from '#shared/ipc/contract/imports.ts';
import type { FileTokens, Workspace } from '../context.ts';
import { handlerOf } from '../handler-groups.ts';
import type { Store } from '../ports.ts';
import { initialise } from './initialise.ts';
import type { Session } from './session.ts';

/** A list of the sample commune and the ledger it belongs to. */
export interface SampleList {
  readonly file: string;
  readonly kind: ImportKind;
}

/** Lists of the sample commune, in the order in which they are imported: what others refer to comes first. */
export const SAMPLE_LISTS: readonly SampleList[] = [
  { file: 'phuoc-an-2024-q1.xlsx', kind: 'dossiers' },
  { file: 'phuoc-an-2024-q2.csv', kind: 'dossiers' },
  { file: 'doi-chieu-ho-so-giay.csv', kind: 'dossiers' },
  { file: 'can-bo.csv', kind: 'staff' },
  { file: 'xep-loai-2023.csv', kind: 'staff-ratings' },
  { file: 'boi-duong-2024.csv', kind: 'staff-courses' },
  { file: 'phan-anh-kien-nghi.csv', kind: 'petitions' },
  { file: 'phieu-hai-long.csv', kind: 'survey-answers' },
  { file: 'dot-lay-phieu.csv', kind: 'survey-batches' },
  { file: 'ho-so-cong-viec.csv', kind: 'work-files' },
  { file: 'don-vi-chu-ky-so.csv', kind: 'signature-units' },
  { file: 'chung-thu-so.csv', kind: 'signature-certificates' },
  { file: 'hoat-dong-iso-2024.csv', kind: 'iso-activities' },
  { file: 'bien-phap-2024.csv', kind: 'measures' },
  { file: 'pho-bien-2024.csv', kind: 'communications' },
];

/** The profile of the sample commune that comes with the program. */
export function sampleProfile(resourcesDir: string): Profile {
  return profile.parse(JSON.parse(readFileSync(join(resourcesDir, 'sample', 'profile.json'), 'utf8')));
}

/** Fills a new folder with the sample commune, through the same import as any list. */
export async function fillSample(
  store: Store,
  session: Session,
  resourcesDir: string,
  files: FileTokens,
  workspace: () => Promise<Workspace>,
): Promise<void> {
  const sample = sampleProfile(resourcesDir);
  await initialise(store, { profile: sample, backupFolder: null });
  session.enterFirst(store);
  for (const { file, kind } of SAMPLE_LISTS)
    await importWhole(await workspace(), files.register(join(resourcesDir, 'sample', file)), kind);
}

/** Imports a file as it is now, everything found by the program. */
export async function importWhole(
  workspace: Workspace,
  file: string,
  kind: ImportKind,
): Promise<ImportResult> {
  const handler = await handlerOf('imports.commit');
  const sha256 = await fileSha256(workspace.files.resolve(file));
  return (await handler(
    { file, options: importOptions.parse({ kind }), task: `import-${file}`, sha256 },
    workspace,
  )) as ImportResult;
}
