// Mixed work in an office for a number of minutes, as one service does it in a long day; tells its memory every two
// seconds. Arguments: folder, minutes.
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Desk } from '../../crash/support/desk.ts';
import { typedDossier, writeList } from '../../crash/support/lists.ts';
import { pick, randomOf } from '../../crash/support/random.ts';

/** Dossiers of the clerk who types; changed again and again, so that the book grows by its history alone. */
const TYPED = 200;
const BETWEEN_TELLING_MS = 2000;

const [folder = '', minutes = '3'] = process.argv.slice(2);
const desk = new Desk(folder);
await desk.signIn();
const random = randomOf(7);
const period = '2024-Q1';
const typed = new Map<string, { id: number; version: number }>();
const out = (name: string): string => desk.file(join(desk.places.out, name));

async function enter(): Promise<void> {
  const code = `NGAY-${Math.floor(random() * TYPED)}`;
  const at = typed.get(code);
  const { dossier, changeSet } = await desk.call('dossiers.save', {
    id: at?.id ?? null,
    version: at?.version ?? null,
    record: typedDossier(code, `lần ${Math.floor(random() * 1e6)}`, random),
    reason: null,
  });
  typed.set(code, { id: dossier.id, version: dossier.version });
  if (changeSet === null || at === undefined || random() < 0.8) return;
  const undone = await desk.call('dossiers.undo', { changeSet });
  typed.set(code, { id: undone.dossier.id, version: undone.dossier.version });
}

async function search(): Promise<void> {
  const words = pick(random, ['nguyen', 'khai tu', 'B 12', 'ho tich', 'tran go', '']);
  const { ids } = await desk.call('dossiers.index', { filter: words === '' ? {} : { search: words } });
  await desk.call('dossiers.rows', { ids: [...ids.subarray(0, 50)] });
  const [first] = ids;
  if (first !== undefined) await desk.call('dossiers.get', { id: first });
}

async function importAndUndo(): Promise<void> {
  const path = join(desk.places.lists, 'trong-ngay.csv');
  writeList(path, { from: 4000 + Math.floor(random() * 1000), rows: 400, bad: 40, mark: 'B' });
  const { importId } = await desk.import(path);
  if (importId !== null) await desk.call('imports.undo', { importId });
}

const WORK: readonly (readonly [weight: number, deed: () => Promise<unknown>])[] = [
  [40, enter],
  [25, search],
  [10, () => desk.call('evaluation.overview', { period })],
  [8, () => desk.call('evaluation.evaluate', { period: pick(random, [period, '2024-Q2', '2024-Y']) })],
  [
    5,
    () =>
      desk.call('evaluation.explain', { period, objective: '2.3', list: 'counted', offset: 0, limit: 50 }),
  ],
  [4, importAndUndo],
  [4, () => desk.call('reports.draft', { period })],
  [2, () => desk.call('reports.preview', { period })],
  [1, () => desk.call('dossiers.export', { filter: {}, target: out('ho-so.xlsx'), task: 'xuat' })],
  [1, () => desk.call('papers.pdf', { what: { kind: 'plan', period: '2024-Y' } })],
];
const whole = WORK.reduce((sum, [weight]) => sum + weight, 0);

function choose(): () => Promise<unknown> {
  let at = random() * whole;
  for (const [weight, deed] of WORK) {
    at -= weight;
    if (at < 0) return deed;
  }
  return enter;
}

const start = performance.now();
let deeds = 0;
let told = 0;
while (performance.now() - start < Number(minutes) * 60_000) {
  await choose()();
  deeds += 1;
  // A person is slower; without any pause other work on the machine would stand still.
  await pause(10);
  if (performance.now() - told < BETWEEN_TELLING_MS) continue;
  told = performance.now();
  const { rss, heapUsed, external } = process.memoryUsage();
  writeSync(1, `${JSON.stringify({ at: told - start, deeds, rss, heapUsed, external })}\n`);
}
const { ok } = await desk.call('app.check', {});
await desk.close();
process.exit(ok ? 0 : 1);
