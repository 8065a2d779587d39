import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeProfile } from '#electron/application/app/documents.ts';
import type { Workspace } from '#electron/application/context.ts';
import { evaluate } from '#electron/application/evaluation/evaluate.ts';
import { importHandlers, undoImport } from '#electron/application/imports/handlers.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import type { PeriodScheme } from '#shared/domain/period.ts';
import { DEFAULT_IMPORT_OPTIONS } from '#shared/import/options.ts';
import type { ImportResult, Preview } from '#shared/ipc/contract/imports.ts';
import { dump } from './dump.ts';
import { open, temporaryFolder, workspace } from './support.ts';

const samples = join(import.meta.dirname, '../fixtures/samples');
const expected = JSON.parse(readFileSync(join(samples, 'expected.json'), 'utf8')) as Record<
  string,
  Record<string, unknown>
>;
interface Figures {
  readonly objectives: Record<string, { numerator: number; denominator: number; missingData: number }>;
  readonly flow: Record<string, Record<string, number>>;
}

async function office(): Promise<{ space: Workspace; folder: string }> {
  const folder = temporaryFolder();
  const space = {
    ...workspace(open(folder, { create: true })),
    clock: { today: () => '2024-12-31' as LocalDate, now: () => '2024-12-31T08:00:00Z' },
  };
  const { users, ...profile } = JSON.parse(readFileSync(join(samples, 'profile.json'), 'utf8'));
  expect(users).toHaveLength(2);
  await space.store.write((tx) => writeProfile(tx, profile));
  return { space, folder };
}

const request = (file: string) => ({
  file: join(samples, file),
  options: DEFAULT_IMPORT_OPTIONS,
  task: 'test',
});
const preview = (file: string, space: Workspace) =>
  importHandlers['imports.preview'](request(file), space) as Promise<Preview>;

async function commit(file: string, space: Workspace): Promise<ImportResult> {
  const { result } = await preview(file, space);
  return importHandlers['imports.commit']({ ...request(file), sha256: result.sha256 }, space);
}

function expectFigures(space: Workspace, name: string, figures: unknown): void {
  const [, period = '', scheme = '', , asOf] = /(\d{4}-\w+) (\w+)( as of (\S+))?$/.exec(name) ?? [];
  const found = evaluate(space, {
    period,
    scheme: scheme as PeriodScheme,
    asOf: asOf as LocalDate | undefined,
  });
  const { objectives, flow } = figures as Figures;
  for (const [id, counts] of Object.entries(objectives)) {
    const { numerator, denominator, missingData } =
      found.objectives.find((objective) => objective.id === id) ?? {};
    expect({ id, numerator, denominator, missingData }).toEqual({ id, ...counts });
  }
  expect(found.flow.find(({ field }) => field === null)).toMatchObject(flow);
}

const figuresOf = (file: string) =>
  Object.entries(expected[file] ?? {}).filter(([name]) => /\d{4}-/.test(name));

describe('the sample lists', () => {
  it('give the figures that an independent program found', async () => {
    const { space } = await office();
    const first = await commit('phuoc-an-2024-q1.xlsx', space);
    expect(first).toMatchObject({
      importId: 1,
      kind: 'dossiers',
      read: 520,
      added: 520,
      bad: 0,
      ignored: expected['phuoc-an-2024-q1.xlsx']?.ignored,
    });
    for (const [name, figures] of figuresOf('phuoc-an-2024-q1.xlsx')) expectFigures(space, name, figures);
    const second = await commit('phuoc-an-2024-q2.csv', space);
    expect(second).toMatchObject({ read: 480, bad: 0, ignored: expected['phuoc-an-2024-q2.csv']?.ignored });
    expect(second.added + second.updated + second.unchanged).toBe(480);
    for (const [name, figures] of figuresOf('phuoc-an-2024-q2.csv')) expectFigures(space, name, figures);
    expect(space.store.check()).toEqual([]);
  });

  it('name each bad cell', async () => {
    const { space } = await office();
    const result = await commit('phuoc-an-dong-loi.xlsx', space);
    const { badRows, ...balance } = expected['phuoc-an-dong-loi.xlsx'] ?? {};
    expect(result).toMatchObject(balance);
    expect(result.badRows.map(({ row, column, code }) => ({ row, column, code }))).toEqual(badRows);
    expect(importHandlers['imports.badRows']({ importId: 1 }, space)).toEqual(result.badRows);
  });

  it('add nothing the second time and are undone exactly', async () => {
    const { space, folder } = await office();
    const before = dump(folder, 'dossier', 'tally');
    await commit('phuoc-an-2024-q1.xlsx', space);
    const once = dump(folder, 'dossier', 'tally', 'change');
    expect(await commit('phuoc-an-2024-q1.xlsx', space)).toMatchObject({
      added: 0,
      updated: 0,
      unchanged: 520,
    });
    expect(dump(folder, 'dossier', 'tally', 'change')).toEqual(once);
    await undoImport(2, space);
    await undoImport(1, space);
    expect(dump(folder, 'dossier', 'tally')).toEqual(before);
    expect(space.store.check()).toEqual([]);
  });

  it('are refused when the file is not the previewed one', async () => {
    const { space } = await office();
    const changed = Promise.resolve(
      importHandlers['imports.commit'](
        { ...request('phuoc-an-2024-q1.xlsx'), sha256: '0'.repeat(64) },
        space,
      ),
    );
    await expect(changed).rejects.toThrow('FILE_CHANGED');
    expect(space.store.dossiers.isEmpty()).toBe(true);
  });
});
