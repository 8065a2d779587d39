import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import type { Workspace } from '#electron/application/context.ts';
import { importRecords } from '#electron/application/imports/run-import.ts';
import type { Store, WriteMeta } from '#electron/application/ports.ts';
import { openStore } from '#electron/persistence/open-store.ts';
import type { Dossier, DossierField } from '#shared/domain/dossier.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { DEFAULT_IMPORT_OPTIONS } from '#shared/import/options.ts';
import type { RecordPatch, RecordSource, RowOutcome } from '#shared/import/types.ts';
import type { Preview } from '#shared/ipc/contract/imports.ts';
import { plainDossier } from '../unit/domain/sample-dossier.ts';

const root = join(import.meta.dirname, '../..');
const folders: string[] = [];
const stores: Store[] = [];

afterEach(() => {
  for (const store of stores.splice(0)) store.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A new folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'scl-test-'));
  folders.push(folder);
  return folder;
}

/** Opens a store that is closed after the test. */
export function open(folder: string, options: { create?: boolean } = {}): Store {
  const store = openStore(folder, options);
  stores.push(store);
  return store;
}

export function newStore(): Store {
  return open(temporaryFolder(), { create: true });
}

export const TODAY = '2024-04-01' as LocalDate;

export function meta(kind: WriteMeta['kind'] = 'created'): WriteMeta {
  return { user: 'thu', at: '2024-04-01T02:00:00Z', kind, reason: null, importId: null };
}

/** What use cases work on, with a frozen clock. */
export function workspace(store: Store): Workspace {
  return {
    store,
    clock: { today: () => TODAY, now: () => '2024-04-01T02:00:00Z' },
    files: { resolve: (token) => token, register: (path) => path },
    actor: { login: 'thu', name: 'Nguyễn Văn Thử', role: 'clerk' },
    resourcesDir: join(root, 'resources'),
    dataDir: '',
    notify: () => {},
    signal: () => new AbortController().signal,
  };
}

/** Writes dossiers under one change set; their ids in the same order. */
export function add(
  store: Store,
  dossiers: readonly Dossier[],
  issues: (dossier: Dossier) => boolean | null = () => null,
): Promise<number[]> {
  return store.write((tx) => {
    const changeSet = tx.beginChangeSet(meta());
    return dossiers.map((dossier) => tx.insertDossier(dossier, issues(dossier), changeSet));
  });
}

export { plainDossier };

/** A row of a list with the fields it states. */
export function patch(code: string, fields: { readonly [F in DossierField]?: unknown } = {}): RecordPatch {
  return { code, receivedOn: '2024-01-02', status: 'processing', ...fields } as RecordPatch;
}

/** A list of rows as the reader gives them; every field that any row states has a column. */
export function list(
  rows: readonly (RecordPatch | RowOutcome)[],
  sha256 = 'a'.repeat(64),
  batchSize = 7,
): RecordSource {
  const outcomes = rows.map(
    (row, index): RowOutcome =>
      'kind' in row ? row : { kind: 'record', row: index + 2, values: row, derived: [], remarks: [] },
  );
  const fields = new Set(
    outcomes.flatMap((outcome) => (outcome.kind === 'record' ? Object.keys(outcome.values) : [])),
  );
  const mapping = Object.fromEntries([...fields].map((field) => [field, `Cột ${field}`]));
  return {
    header: { format: 'csv', sheet: null, headerRow: 1, mapping, encoding: 'utf-8', delimiter: ';', sha256 },
    batches: (async function* () {
      for (let start = 0; start < outcomes.length; start += batchSize)
        yield await Promise.resolve(outcomes.slice(start, start + batchSize));
    })(),
  };
}

/** Imports rows without a file. */
export function importRows(
  store: Store,
  rows: readonly (RecordPatch | RowOutcome)[],
  how: {
    mode?: 'preview' | 'commit';
    acceptConflicts?: boolean;
    signal?: AbortSignal;
    told?: (done: number) => void;
  } = {},
): Promise<Preview> {
  const { mode = 'commit', acceptConflicts = false, ...rest } = how;
  return importRecords(
    list(rows),
    { fileName: 'list.csv', options: { ...DEFAULT_IMPORT_OPTIONS, acceptConflicts }, mode, ...rest },
    workspace(store),
  );
}
