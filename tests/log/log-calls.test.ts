import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readXlsx } from 'hucre';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { frozenClock } from '#electron/application/app/clock.ts';
import { type Backend, createBackend } from '#electron/application/backend.ts';
import { logLines } from '#electron/application/log/lines.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { en, vi } from '#shared/i18n/index.ts';
import type { LogQuestion } from '#shared/ipc/contract/log.ts';
import { LOG_KINDS } from '#shared/log/entry.ts';
import { aboutText, kindText, logWords, whoText } from '#shared/log/line-texts.ts';
import { resourcesDir } from '../report/support/sample-report.ts';

const ALL: LogQuestion = { login: null, kinds: null, from: null, to: null };
let folder: string;
let backend: Backend;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'scl-log-'));
  backend = createBackend({
    dataDir: folder,
    resourcesDir,
    version: '0.1.0',
    clock: frozenClock('2024-04-02' as LocalDate),
  });
  await backend.callUnparsed('app.openSample', {});
}, 120_000);
afterAll(async () => {
  await backend.close();
  rmSync(folder, { recursive: true, force: true });
});

const lines = async (filter: Partial<LogQuestion> = {}) => {
  const { ids } = await backend.call('log.index', { filter: { ...ALL, ...filter } });
  return backend.call('log.rows', { ids: [...ids].slice(0, 500) });
};

describe('the log on the calls of the window', () => {
  it('tells who did what to which record, the newest first', async () => {
    const { ids } = await backend.call('dossiers.index', { filter: {} });
    const [dossier] = await backend.call('dossiers.rows', { ids: [ids[0] as number] });
    if (dossier === undefined) throw new Error('the sample has dossiers');
    await backend.call('dossiers.remove', { id: dossier.id, version: dossier.version, reason: 'ghi trùng' });
    const [last] = await lines();
    const { head, people } = await backend.call('log.index', { filter: ALL });
    expect(last).toMatchObject({
      kind: 'deleted',
      record: dossier.record.code,
      records: 1,
      reason: 'ghi trùng',
    });
    expect(last?.name).not.toBeNull();
    expect(head).toEqual({ count: last?.id, sha256: last?.hash });
    expect(people.map(({ login }) => login)).toContain(last?.login);
    expect(aboutText(last as never, logWords(vi))).toBe(dossier.record.code);
    expect(kindText(last as never, logWords(vi))).toBe('Xóa');
  });

  it('tells an import by its file and the records it brought', async () => {
    const imports = await lines({ kinds: ['imported'] });
    expect(imports.length).toBeGreaterThan(0);
    for (const line of imports) {
      expect(line.file).not.toBeNull();
      expect(line.records).toBeGreaterThan(0);
    }
  });

  it('is asked by person, deed and day', async () => {
    const all = await lines();
    const first = all.at(-1);
    expect(first).toMatchObject({ id: 1, kind: 'genesis', login: '', name: null });
    expect(await lines({ login: '' })).toEqual(all.filter(({ login }) => login === ''));
    expect(await lines({ kinds: ['person'] })).toEqual(all.filter(({ kind }) => kind === 'person'));
    expect(await lines({ to: '2000-01-01' as LocalDate })).toEqual(all.filter(({ at }) => at === ''));
    expect(await lines({ from: '2199-01-01' as LocalDate })).toEqual([]);
  });

  it('tells about whom a way into the book was changed; an entry of an older version says what it knows', () => {
    const written = (subject: object) => {
      const entry = { seq: 1, at: '', login: 'thu', kind: 'access', hash: '', content: '', previous: '' };
      const rows = () => [{ ...entry, subject: JSON.stringify(subject) }];
      const store = {
        log: { rows },
        users: { list: () => [{ login: 'bao', name: 'Lê Văn Bảo' }] },
      } as unknown as Parameters<typeof logLines>[0];
      return logLines(store, [1]).map((line) => aboutText(line, logWords(vi)));
    };
    expect(written({ deed: 'admitted', login: 'bao', role: 'clerk' })).toEqual([
      'cho mở sổ · Lê Văn Bảo (bao) · vai trò: Cán bộ một cửa',
    ]);
    expect(written({ deed: 'dismissed', login: 'gone' })).toEqual(['thu hồi quyền mở sổ · gone']);
    expect(written({ deed: 'new-key' })).toEqual(['thay khóa mã hóa']);
    expect(written({ deed: 'strange-keyring', times: 2 })).toEqual([
      'bỏ tệp khóa lạ tìm thấy cạnh sổ · 2 lần',
    ]);
    expect(written({ deed: 'of-tomorrow', login: 'bao' })).toEqual(['of-tomorrow · Lê Văn Bảo (bao)']);
    expect(written({})).toEqual(['']);
  });

  it('goes out as a workbook with a line for each entry', async () => {
    const path = join(folder, 'nhat-ky.xlsx');
    const { rows, saved } = await backend.call('log.export', {
      filter: ALL,
      target: backend.files.register(path),
    });
    expect(saved.name).toBe('nhat-ky.xlsx');
    expect(rows).toBe((await backend.call('log.index', { filter: ALL })).ids.length);
    const [sheet] = (await readXlsx(readFileSync(path))).sheets;
    expect(sheet?.rows).toHaveLength(rows + 1);
    expect(sheet?.rows[0]).toEqual(['Số', 'Lúc', 'Ai', 'Việc', 'Về', 'Lý do', 'Mã băm']);
    expect(sheet?.rows.at(-1)?.slice(0, 4)).toEqual([1, '', 'chương trình', 'Bắt đầu nhật ký']);
  });

  it('has words for every kind in both languages', () => {
    for (const words of [logWords(vi), logWords(en)]) {
      expect(Object.keys(words.kind).sort()).toEqual([...LOG_KINDS].sort());
      expect(whoText({ login: '', name: null }, words)).toBe(words.nobody);
    }
  });
});
