// Works in an office whose disk is full, then has room again; prints what was said to each deed as one line of JSON.
// Arguments: folder (on a small disk of its own, or anywhere), how the disk is filled: `disk` or `limit`.
import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { Desk, placesOf } from '../../crash/support/desk.ts';
import { typedDossier, writeList } from '../../crash/support/lists.ts';
import { randomOf } from '../../crash/support/random.ts';
import { TEST_PASSPHRASE } from '../../support/secrets.ts';

const [folder = '', how = 'limit'] = process.argv.slice(2);
const filler = join(folder, 'filler');

/** A real disk is filled to its last byte; else no file of this process may become longer than one byte. */
function fill(): void {
  if (how === 'limit') {
    limit('1');
    return;
  }
  const file = openSync(filler, 'w');
  const block = Buffer.alloc(64 * 1024);
  for (let size = block.length; size >= 1; size = Math.floor(size / 2)) {
    try {
      for (;;) if (writeSync(file, block, 0, size) < size) break;
    } catch {
      // No room for so much.
    }
  }
  closeSync(file);
}
function free(): void {
  if (how === 'limit') limit('unlimited');
  else rmSync(filler);
}
// The soft limit alone, so that it can be raised again. Node ignores the signal that comes with it.
const limit = (bytes: string): void =>
  void execFileSync('prlimit', ['--pid', String(process.pid), `--fsize=${bytes}:`]);

const said: Record<string, unknown> = {};
async function tried(name: string, work: () => Promise<unknown>): Promise<void> {
  said[name] = await work().then(
    () => 'done',
    (error: unknown) => (error as { code?: unknown }).code ?? String(error),
  );
}

for (const place of Object.values(placesOf(folder))) mkdirSync(place, { recursive: true });
const desk = new Desk(folder);
const { lists, out, stick } = desk.places;
await desk.found();
writeList(join(lists, 'dot-dau.csv'), { from: 1, rows: 50, bad: 0, mark: 'A' });
writeList(join(lists, 'dot-hai.csv'), { from: 20, rows: 2000, bad: 0, mark: 'B' });
await desk.import(join(lists, 'dot-dau.csv'));
await desk.call('keys.create', { name: 'Khóa thử', passphrase: TEST_PASSPHRASE });
const period = '2024-Q1';
const draft = await desk.call('reports.draft', { period });
const reasons = Object.fromEntries(draft.checks.map(({ code }) => [code, 'Đã xem.']));
await desk.call('reports.saveDraft', { period, text: { ...draft.text, reasons } });
const [key] = await desk.call('keys.list', {});
const sign = (): Promise<unknown> =>
  desk.call('reports.sign', {
    period,
    key: { kind: 'app', keyId: key?.id ?? 0, passphrase: TEST_PASSPHRASE },
  });
let saved = 0;
const save = async (): Promise<void> => {
  const record = typedDossier(`GO-${saved}`, 'gõ khi đầy', randomOf(saved));
  await desk.call('dossiers.save', { id: null, version: null, record, reason: 'bổ sung' });
  saved += 1;
};
const exportTo = (): Promise<unknown> =>
  desk.call('dossiers.export', { filter: {}, target: desk.file(join(out, 'ho-so.xlsx')), task: 'xuat' });
const copiesBefore = readdirSync(stick).filter((name) => name.endsWith('.scl-backup')).length;
const digest = await desk.digest();

fill();
await tried('entry', async () => {
  // What the log still has room for is written; then the disk is full.
  for (let n = 0; n < 2000; n += 1) await save();
});
const entered = saved;
await tried('import', () => desk.import(join(lists, 'dot-hai.csv')));
await tried('signing', sign);
await tried('backup', () => desk.call('backups.now', {}));
await tried('export', exportTo);
said.figures = (await desk.call('evaluation.overview', {})).evaluation.period.id === null ? 'none' : 'shown';
free();

const { ok } = await desk.call('app.check', {});
said.sound = ok;
said.kept =
  (await desk.dossiers()).size === 50 + entered && (entered > 0 || (await desk.digest()) === digest);
said.imports = (await desk.call('imports.list', {})).length;
said.reports = (await desk.call('reports.timeline', {})).some((each) =>
  JSON.stringify(each).includes('"revision":1'),
);
said.left = [
  ...readdirSync(out),
  ...readdirSync(stick).filter((name) => /\.(tmp|dang-ghi|new|partial)$/.test(name)),
];
said.copies = readdirSync(stick).filter((name) => name.endsWith('.scl-backup')).length - copiesBefore;
// Before anything new: new dossiers bring new checks of the draft.
await tried('signingAgain', sign);
await tried('entryAgain', save);
await tried('importAgain', () => desk.import(join(lists, 'dot-hai.csv')));
await tried('backupAgain', () => desk.call('backups.now', {}));
await tried('exportAgain', exportTo);
said.soundAgain = (await desk.call('app.check', {})).ok;
await desk.close();
process.stdout.write(`${JSON.stringify(said)}\n`);
