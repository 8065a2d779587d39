import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { close } from '../closing/support/closed.ts';
import { TEST_PASSPHRASE } from '../support/secrets.ts';
import { newOffice, type Office } from '../unit/application/support/office.ts';
import { plainDossier } from '../unit/domain/sample-dossier.ts';
import { AFTER, commune, NEW_UNIT, profileOf, UNITS } from './support/communes.ts';

const passphrase = TEST_PASSPHRASE;
const by = (login: string) => ({ kind: 'passphrase', login, passphrase }) as const;
const input = { request: { units: [], choices: {} }, decision: 'NQ', reason: null, task: 'ghép' };

const opening = (office: Office, path: string, login = 'thu') =>
  office.call('merge.open', { file: office.backend.files.register(path), by: by(login), task: 'mở' });
const code = (work: Promise<unknown>) =>
  work.then(
    () => null,
    ({ code: fault, params }: { code: string; params: Record<string, unknown> }) =>
      params?.reason === undefined ? fault : `${fault} ${String(params.reason)}`,
  );

describe('a joining of units that is refused', { timeout: 120_000 }, () => {
  it('takes no book that is not one, is open here, is there twice, or is opened by who may not', async () => {
    const source = await commune(0);
    const office = await newOffice('thu', AFTER, profileOf(NEW_UNIT));
    expect(await code(opening(office, join(source.folder, 'logs')))).toMatch(
      /MERGE_SOURCE_UNFIT none|INPUT_MISSING/,
    );
    expect(await code(opening(office, office.folder))).toBe('MERGE_SOURCE_UNFIT own');
    expect(await code(opening(office, source.folder, 'canbo'))).toBe('FORBIDDEN');
    expect(await code(opening(office, source.folder, 'ai-do'))).toBe('PASSPHRASE_WRONG');
    // Whatever was copied of it is gone.
    expect(existsSync(join(office.folder, 'merging', '1'))).toBe(false);
    await opening(office, source.folder);
    expect(await code(opening(office, source.folder))).toBe('MERGE_SOURCE_UNFIT twice');
    await office.call('app.signIn', { login: 'canbo', passphrase });
    expect(await code(office.call('merge.join', input))).toBe('FORBIDDEN');
    // What one person opened is closed for the next.
    expect((await office.call('merge.state', {})).sources).toEqual([]);
    await office.call('app.signIn', { login: 'thu', passphrase });
    await office.call('merge.drop', {});
    expect(existsSync(join(office.folder, 'merging'))).toBe(false);
    expect(await code(office.call('merge.join', input))).toBe('MERGE_SOURCE_UNFIT none');
  });

  it('writes nothing when it is cancelled, and when a choice cannot be done', async () => {
    const source = await commune(1);
    const office = await newOffice('thu', AFTER, profileOf(NEW_UNIT));
    await opening(office, source.folder);
    const { store } = await office.backend.workspace();
    const head = store.log.head();
    expect(
      await code(
        office.call('merge.join', {
          ...input,
          request: { units: [], choices: { 'staff X': { way: 'same' } } },
        }),
      ),
    ).toBe('MERGE_CHOICE_INVALID unknown');
    await office.call('tasks.cancel', { task: 'ghép' });
    expect(await code(office.call('merge.preview', input))).toBe('CANCELLED');
    expect(store.log.head()).toEqual(head);
    expect(store.stats().dossiers).toBe(0);
    // The sources are still open: it can be begun anew.
    expect((await office.call('merge.join', input)).done.number).toBe(1);
  });

  it('changes no figure that the present book has signed, unless a reason is given', async () => {
    const source = await commune(2);
    const office = await newOffice('thu', AFTER, profileOf(NEW_UNIT));
    await office.call('dossiers.save', {
      id: null,
      version: null,
      record: plainDossier({
        code: 'A1',
        receivedOn: '2024-02-01',
        finishedOn: '2024-02-05',
        status: 'finished',
      }),
      reason: null,
    });
    await close(office, '2024-Q1');
    await opening(office, source.folder);
    expect(await code(office.call('merge.join', input))).toBe('PERIOD_CLOSED');
    const { done } = await office.call('merge.join', { ...input, reason: 'Ghép xã theo nghị quyết' });
    expect(done.units[0]?.name).toBe(UNITS[2].name);
    const { store } = await office.backend.workspace();
    const [report] = store.reports.list();
    expect(store.reports.corrections(report?.id ?? 0).map(({ reason }) => reason)).toEqual([
      'Ghép xã theo nghị quyết',
    ]);
    // A second joining of the same books finds every code taken.
    await opening(office, source.folder);
    const plan = await office.call('merge.plan', { units: [], choices: {} });
    expect(plan.clashes.filter(({ ledger }) => ledger === 'dossiers')).toHaveLength(74);
    expect(plan.clashes.every(({ book }) => book === 0)).toBe(true);
  });
});
