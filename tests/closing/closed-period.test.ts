import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Dossier } from '#shared/domain/dossier.ts';
import type { StoredDossier } from '#shared/ipc/contract/dossiers.ts';
import { TEST_PASSPHRASE } from '../support/secrets.ts';
import { newOffice, type Office } from '../unit/application/support/office.ts';
import { plainDossier } from '../unit/domain/sample-dossier.ts';
import { close, day, differences, refusalOf } from './support/closed.ts';

let office: Office;
const REASON = 'Đối chiếu với phần mềm một cửa.';

const save = async (
  change: Parameters<typeof plainDossier>[0],
  known: StoredDossier | null = null,
  reason: string | null = null,
): Promise<StoredDossier> => {
  const record: Dossier =
    known === null ? plainDossier(change) : { ...known.record, ...(change as Partial<Dossier>) };
  const { dossier } = await office.call('dossiers.save', {
    id: known?.id ?? null,
    version: known?.version ?? null,
    record,
    reason,
  });
  return dossier;
};
const clerk = () => office.call('app.signIn', { login: 'canbo', passphrase: TEST_PASSPHRASE });
const unchanged = async () => {
  for (const [, changes] of await differences(office)) expect(changes).toEqual({ objectives: [], flow: [] });
};

let done: StoredDossier;
let pending: StoredDossier;

/** The first quarter (15/12/2023–14/03/2024) with a resolved and a pending dossier, closed; today is in April. */
beforeEach(async () => {
  office = await newOffice('thu', day('2024-04-10'));
  done = await save({
    code: 'A1',
    channel: 'online',
    componentsDigitised: 'no',
    receivedOn: '2024-02-01',
    dueOn: '2024-02-10',
    finishedOn: '2024-02-05',
    status: 'finished',
  });
  pending = await save({ code: 'A2', receivedOn: '2024-03-01', dueOn: '2024-03-20' });
  await office.add('survey-answers', { givenOn: '2024-02-01', answer: 'satisfied' });
  await close(office, '2024-Q1');
});

describe('a closed period', () => {
  it('keeps its figures against every deed on a dossier', async () => {
    const closed = { code: 'PERIOD_CLOSED', params: { period: '2024-Q1' } };
    expect(await refusalOf(save({ finishedOn: '2024-02-20' }, done))).toMatchObject({
      code: 'PERIOD_CLOSED',
      params: { period: '2024-Q1', figures: '2.1, II.06a' },
    });
    expect(await refusalOf(save({ channel: 'direct' }, done))).toMatchObject(closed);
    expect(await refusalOf(save({ code: 'A3', receivedOn: '2024-03-14' }))).toMatchObject(closed);
    expect(
      await refusalOf(office.call('dossiers.remove', { id: done.id, version: done.version, reason: null })),
    ).toMatchObject(closed);
    expect(await refusalOf(save({ finishedOn: '2024-03-10', status: 'finished' }, pending))).toMatchObject(
      closed,
    );
    expect(
      await refusalOf(
        office.call('dossiers.setFlags', { ids: [], codes: ['A1'], field: 'paperParallel', value: true }),
      ),
    ).toMatchObject(closed);
    const history = await office.call('dossiers.get', { id: done.id });
    const [created] = history.history;
    expect(
      await refusalOf(office.call('dossiers.undo', { changeSet: created?.changeSet ?? 0 })),
    ).toMatchObject(closed);
    await unchanged();
  });

  it('leaves free what belongs to later days, and what no signed figure asks for', async () => {
    await save({ code: 'A4', receivedOn: '2024-03-15' });
    await save({ finishedOn: '2024-03-28', status: 'finished' }, pending);
    await save({ note: 'Đã gọi điện', applicantName: 'Nguyễn Thị A', handler: 'Lê Cán Bộ' }, done);
    // A due day that makes an end in time stay in time changes no figure.
    const noDue = await office.call('dossiers.byCode', { code: 'A1' });
    await save({ dueOn: day('2024-02-08') }, noDue);
    await unchanged();
    expect((await office.call('dossiers.byCode', { code: 'A1' }))?.record.dueOn).toBe('2024-02-08');
  });

  it('is corrected with a reason by head and chairman, which history tells', async () => {
    await clerk();
    expect(await refusalOf(save({ channel: 'direct' }, done, REASON))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await refusalOf(save({ channel: 'direct' }, done, '  '))).toMatchObject({ code: 'PERIOD_CLOSED' });
    await unchanged();
    await office.call('app.signIn', { login: 'thu', passphrase: TEST_PASSPHRASE });
    await save({ channel: 'direct' }, done, REASON);
    const { history } = await office.call('dossiers.get', { id: done.id });
    expect(history.map(({ kind, reason, corrects }) => [kind, reason, corrects])).toEqual([
      ['created', null, undefined],
      ['edited', REASON, ['2024-Q1']],
    ]);
    expect((await differences(office)).get('2024-Q1')?.objectives).toEqual([
      { id: '2.3', was: { numerator: 1, denominator: 1 }, now: { numerator: 0, denominator: 1 } },
    ]);
    // The right can be given to a clerk, and taken from the head.
    const change = (login: string, role: 'clerk' | 'head', may: boolean) =>
      office.call('access.change', { login, name: login, role, exceptions: { 'unlock-period': may } });
    const again = () =>
      office.call('dossiers.byCode', { code: 'A1' }).then((row) => save({ channel: 'online' }, row, REASON));
    await change('canbo', 'clerk', true);
    await change('thu', 'head', false);
    expect(await refusalOf(again())).toMatchObject({ code: 'FORBIDDEN' });
    await office.call('app.signIn', { login: 'canbo', passphrase: TEST_PASSPHRASE });
    await again();
    await office.call('app.signIn', { login: 'thu', passphrase: TEST_PASSPHRASE });
    await change('thu', 'head', true);
    await office
      .call('dossiers.byCode', { code: 'A1' })
      .then((row) => save({ channel: 'direct' }, row, REASON));
    // A reason for what changes no figure corrects nothing.
    const now = await office.call('dossiers.byCode', { code: 'A1' });
    await save({ note: 'x' }, now, REASON);
    expect((await office.call('dossiers.get', { id: done.id })).history.at(-1)?.corrects).toBeUndefined();
  });

  it('is reported as corrected by the next report, with the reason, until it is amended', async () => {
    await save({ channel: 'direct' }, done, REASON);
    const next = await close(office, '2024-Q2');
    expect(next.corrections).toEqual([
      {
        period: { id: '2024-Q1', scheme: 'nd09' },
        report: {
          reportId: 'BC-26503-2024-Q1',
          revision: 1,
          sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        },
        objectives: [
          { id: '2.3', was: { numerator: 1, denominator: 1 }, now: { numerator: 0, denominator: 1 } },
        ],
        flow: [
          { field: 'Hộ tịch', column: 'received.online', was: 1, now: 0 },
          { field: 'Hộ tịch', column: 'received.other', was: 1, now: 2 },
          { field: null, column: 'received.online', was: 1, now: 0 },
          { field: null, column: 'received.other', was: 1, now: 2 },
        ],
        reasons: [REASON],
      },
    ]);
    const amended = await close(office, '2024-Q1');
    expect(amended.report.revision).toBe(2);
    expect(amended.corrections).toBeUndefined();
    expect((await close(office, '2024-H1')).corrections).toBeUndefined();
  });

  it('keeps what ledgers count', async () => {
    const add = (givenOn: string, reason: string | null = null) =>
      office.call('ledgers.save', {
        ledger: 'survey-answers',
        id: null,
        version: null,
        record: { givenOn, answer: 'dissatisfied' },
        reason,
      });
    expect(await refusalOf(add('2024-03-14'))).toMatchObject({
      code: 'PERIOD_CLOSED',
      params: { period: '2024-Q1', figures: '2.2' },
    });
    await add('2024-03-15');
    const petition = (receivedOn: string) =>
      office.call('ledgers.save', {
        ledger: 'petitions',
        id: null,
        version: null,
        record: { code: 'PA1', subject: 'Chậm', receivedOn, source: 'portal' },
        reason: null,
      });
    // Nobody kept petitions by then: that they are kept from there would be a figure.
    expect(await refusalOf(petition('2024-03-01'))).toMatchObject({ params: { figures: '4' } });
    await petition('2024-04-01');
    const kept = (from: string | null) =>
      office.call('ledgers.setKept', { ledger: 'iso-activities', from: from === null ? null : day(from) });
    expect(await refusalOf(kept('2024-03-01'))).toMatchObject({ code: 'PERIOD_CLOSED' });
    await kept('2024-04-01');
    await unchanged();
    const saved = await add('2024-03-14', REASON);
    const { history } = await office.call('ledgers.get', { ledger: 'survey-answers', id: saved.entry.id });
    expect(history[0]).toMatchObject({ reason: REASON, corrects: ['2024-Q1'] });
    expect(await refusalOf(office.call('ledgers.undo', { changeSet: saved.changeSet ?? 0 }))).toMatchObject({
      code: 'PERIOD_CLOSED',
    });
    await office.call('ledgers.undo', { changeSet: saved.changeSet ?? 0, reason: REASON });
    await unchanged();
  });

  it('keeps what the catalogue says of its dossiers', async () => {
    const procedure = (code: string, reason: string | null = null) =>
      office.call('ledgers.save', {
        ledger: 'procedures',
        id: null,
        version: null,
        record: {
          code,
          name: 'Đăng ký khai sinh',
          field: 'Hộ tịch',
          issuesDocument: false,
          validFrom: '2024-01-01',
        },
        reason,
      });
    expect(await refusalOf(procedure('1.001193'))).toMatchObject({ params: { figures: '7.2' } });
    await procedure('1.009999');
    await procedure('1.001193', REASON);
    expect((await differences(office)).get('2024-Q1')?.objectives.map(({ id }) => id)).toEqual(['7.2']);
  });
});

describe('lists', () => {
  const file = (name: string, text: string) => {
    const path = join(office.folder, name);
    writeFileSync(path, text);
    return office.backend.files.register(path);
  };
  const HEAD = 'Mã hồ sơ;Mã TTHC;Lĩnh vực;Ngày tiếp nhận;Ngày hẹn trả;Ngày kết thúc xử lý;Trạng thái\n';
  const rows = [
    'B1;1.001193;Hộ tịch;05/02/2024;20/02/2024;10/02/2024;Đã xử lý xong',
    'B2;1.001193;Hộ tịch;20/03/2024;30/03/2024;;Đang xử lý',
    'A1;1.001193;Hộ tịch;01/02/2024;10/02/2024;15/02/2024;Đã xử lý xong',
    'A2;1.001193;Hộ tịch;01/03/2024;20/03/2024;25/03/2024;Đã xử lý xong',
  ];
  const take = (token: string, reason?: string) =>
    office.call('imports.preview', { file: token, options: { ...(reason ? { reason } : {}) }, task: 'a' });
  const commit = async (token: string, options: object = {}) => {
    const { result } = await office.call('imports.preview', { file: token, options, task: 'a' });
    return office.call('imports.commit', { file: token, options, task: 'b', sha256: result.sha256 });
  };

  it('have bad rows where a signed figure would change; the others are taken', async () => {
    const token = file('a.csv', HEAD + rows.join('\n'));
    const { result } = await take(token);
    expect(result).toMatchObject({ read: 4, added: 1, updated: 1, unchanged: 0, bad: 2 });
    expect(result.badRows.map(({ row, code }) => [row, code])).toEqual([
      [2, 'PERIOD_CLOSED'],
      [4, 'PERIOD_CLOSED'],
    ]);
    expect(result.badRows[1]?.message).toContain('2024-Q1');
    expect(result.badRows[1]?.message).toContain('2.1, II.06a');
    await clerk();
    expect(await commit(token, { reason: REASON })).toMatchObject({ added: 1, updated: 1, bad: 2 });
    await unchanged();
  });

  it('are taken with a reason, and taken back with one', async () => {
    const done = await commit(file('a.csv', HEAD + rows.join('\n')), { reason: REASON });
    expect(done).toMatchObject({ added: 2, updated: 2, bad: 0 });
    const { history } = await office.call('dossiers.get', {
      id: (await office.call('dossiers.byCode', { code: 'A1' }))?.id ?? 0,
    });
    expect(history.at(-1)).toMatchObject({ kind: 'imported', reason: REASON, corrects: ['2024-Q1'] });
    const importId = done.importId ?? 0;
    expect(await refusalOf(office.call('imports.undo', { importId }))).toMatchObject({
      code: 'PERIOD_CLOSED',
    });
    await office.call('imports.undo', { importId, reason: REASON });
    await unchanged();
  });

  it('of ledgers too', async () => {
    const token = file(
      'phieu.csv',
      'Ngày đánh giá;Mức độ hài lòng\n14/03/2024;Hài lòng\n15/03/2024;Hài lòng\n01/02/2024;Hài lòng\n01/02/2024;Hài lòng\n14/03/2024;Không hợp lệ\n',
    );
    const options = { kind: 'survey-answers' as const };
    const { result } = await office.call('imports.preview', { file: token, options, task: 'a' });
    // The one known is unchanged; an invalid answer is no figure.
    expect(result).toMatchObject({ read: 5, added: 2, unchanged: 1, bad: 2 });
    expect(result.badRows.map(({ row, code }) => [row, code])).toEqual([
      [2, 'PERIOD_CLOSED'],
      [5, 'PERIOD_CLOSED'],
    ]);
    await commit(token, options);
    await unchanged();
    const all = await commit(token, { ...options, reason: REASON });
    expect(all).toMatchObject({ added: 2, bad: 0 });
    expect((await differences(office)).get('2024-Q1')?.objectives).toEqual([
      { id: '2.2', was: { numerator: 1, denominator: 1 }, now: { numerator: 3, denominator: 3 } },
    ]);
  });
});
