import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Clock } from '#electron/application/context.ts';
import { type LocalDate, parseIsoDate } from '#shared/domain/local-date.ts';
import { Desk, placesOf } from '../crash/support/desk.ts';
import { typedDossier, writeList } from '../crash/support/lists.ts';
import { randomOf } from '../crash/support/random.ts';
import { newFolder } from './support/office.ts';

/** What the machine's clock shows, UTC; set by the tests. */
let time = '2024-04-08T05:00:00Z';
const clock: Clock = { now: () => time, today: () => parseIsoDate(time.slice(0, 10)) as LocalDate };

let desk: Desk;
beforeEach(async () => {
  time = '2024-04-08T05:00:00Z';
  const folder = newFolder();
  for (const place of Object.values(placesOf(folder))) mkdirSync(place, { recursive: true });
  desk = new Desk(folder, clock);
  await desk.found();
  await enter(1);
});
afterEach(() => desk.close());

async function enter(n: number): Promise<void> {
  const record = typedDossier(`GO-${n}`, 'gõ', randomOf(n));
  await desk.call('dossiers.save', { id: null, version: null, record, reason: null });
}

async function importRows(name: string, from: number): Promise<number> {
  const path = join(desk.places.lists, name);
  writeList(path, { from, rows: 20, bad: 0, mark: 'A' });
  return (await desk.import(path)).importId ?? 0;
}

const behind = async () => (await desk.call('app.state', {})).clockBehind;
const checks = async (): Promise<string[]> =>
  (await desk.call('reports.draft', { period: '2024-Q1' })).checks.map(({ code }) => code);

describe('a clock that was set back', () => {
  it.each([
    ['2024-04-08T05:00:00Z', false],
    // Set right by a time server.
    ['2024-04-08T04:56:00Z', false],
    ['2024-04-08T04:00:00Z', true],
    ['2019-01-01T00:00:00Z', true],
    ['2024-04-09T00:00:00Z', false],
  ])('at %s is told when somebody signs in: %s', async (now, told) => {
    time = now;
    expect(await behind()).toEqual(told ? { now, last: '2024-04-08T05:00:00Z' } : null);
  });

  it('is among the checks before signing, where it is another day', async () => {
    time = '2024-04-08T04:00:00Z';
    expect(await checks()).not.toContain('CLOCK_BEHIND');
    time = '2024-04-05T05:00:00Z';
    expect(await checks()).toContain('CLOCK_BEHIND');
  });

  it('changes the order of nothing: log, history, imports, copies go by what was done after what', async () => {
    await importRows('dau.csv', 1);
    await desk.call('backups.now', {});
    time = '2024-02-01T05:00:00Z';
    await enter(2);
    const second = await importRows('hai.csv', 100);
    await desk.call('backups.now', {});
    await desk.call('imports.undo', { importId: second });
    time = '2024-04-08T06:00:00Z';
    await enter(3);

    expect(await desk.call('app.check', {})).toMatchObject({ ok: true, problems: [] });
    const log = (await desk.backend.workspace()).store.log;
    const deeds = log.rows([...log.index({})].reverse()).filter(({ at }) => at !== '');
    expect(deeds.map(({ seq }) => seq)).toEqual([...deeds.map(({ seq }) => seq)].sort((a, b) => a - b));
    const months = deeds.map(({ at }) => at.slice(5, 7)).join(' ');
    expect(months).toMatch(/^04( 04)* 02( 02)* 04$/);
    const imports = await desk.call('imports.list', {});
    expect(imports.map(({ file }) => file)).toEqual(['hai.csv', 'dau.csv']);
    const { copies } = await desk.call('backups.state', {});
    const [newest, older] = copies.map(({ head }) => head?.counts);
    expect(newest).not.toEqual(older);
    const made = copies.map(({ head }) => head?.madeAt ?? '');
    expect(made).toEqual([...made].sort().reverse());
    expect(readdirSync(desk.places.stick).length).toBeGreaterThan(1);
    // The hour after the last deed: nothing to tell any more.
    expect(await behind()).toBeNull();
  });
});
