import { describe, expect, it } from 'vitest';
import type { Workspace } from '#electron/application/context.ts';
import { dossierHandlers } from '#electron/application/dossiers/handlers.ts';
import type { Dossier } from '#shared/domain/dossier.ts';
import { AppError } from '#shared/errors.ts';
import { newStore, plainDossier, workspace } from './support.ts';

const record = plainDossier({ code: 'H19-1', applicantName: 'Đặng Thị Đào', dueOn: '2024-01-05' });

const save = async (
  space: Workspace,
  input: { id?: number; version?: number; record: Dossier; reason?: string },
) =>
  dossierHandlers['dossiers.save'](
    {
      id: input.id ?? null,
      version: input.version ?? null,
      record: input.record,
      reason: input.reason ?? null,
    },
    space,
  );
const get = (space: Workspace, id: number) =>
  dossierHandlers['dossiers.get']({ id }, space) as Awaited<
    ReturnType<(typeof dossierHandlers)['dossiers.get']>
  >;

async function faultOf(work: Promise<unknown>): Promise<AppError> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof AppError) return error;
  throw new Error(`no AppError but ${String(error)}`);
}

describe('recording and editing a dossier', () => {
  it('keeps who created it, and every change with its reason', async () => {
    const space = workspace(newStore());
    const { dossier } = await save(space, { record });
    const edited = await save(space, {
      id: dossier.id,
      version: dossier.version,
      record: { ...record, channel: 'online', dueOn: null },
      reason: 'ghi nhầm',
    });
    expect(edited.dossier.version).toBeGreaterThan(dossier.version);
    expect(get(space, dossier.id).history).toEqual([
      {
        at: '2024-04-01T02:00:00Z',
        user: 'thu',
        kind: 'created',
        importId: null,
        reason: null,
        changeSet: 1,
        fields: [],
      },
      {
        at: '2024-04-01T02:00:00Z',
        user: 'thu',
        kind: 'edited',
        importId: null,
        reason: 'ghi nhầm',
        changeSet: 2,
        fields: [
          { field: 'channel', from: 'direct', to: 'online' },
          { field: 'dueOn', from: '2024-01-05', to: null },
        ],
      },
    ]);
  });

  it('writes nothing when nothing differs', async () => {
    const space = workspace(newStore());
    const { dossier } = await save(space, { record });
    const again = await save(space, {
      id: dossier.id,
      version: dossier.version,
      record: { ...record, applicantName: ` ${record.applicantName} ` },
    });
    expect(again).toEqual({ dossier, changeSet: null });
    expect(space.store.stats().changes).toBe(0);
  });

  it('refuses what somebody else changed meanwhile', async () => {
    const space = workspace(newStore());
    const { dossier } = await save(space, { record });
    await save(space, { id: dossier.id, version: dossier.version, record: { ...record, note: 'a' } });
    const fault = await faultOf(
      save(space, { id: dossier.id, version: dossier.version, record: { ...record, note: 'b' } }),
    );
    expect(fault.code).toBe('RECORD_CHANGED');
    expect(get(space, dossier.id).dossier.record.note).toBe('a');
  });

  it('refuses an impossible record and says at which field', async () => {
    const space = workspace(newStore());
    const dates = await faultOf(save(space, { record: { ...record, dueOn: '2023-12-31' as never } }));
    expect(dates).toMatchObject({ code: 'RECORD_INVALID', fieldErrors: { dueOn: 'DATE_ORDER' } });
    const end = await faultOf(save(space, { record: { ...record, status: 'returned' } }));
    expect(end).toMatchObject({ code: 'RECORD_INVALID', fieldErrors: { finishedOn: 'DATE_MISSING' } });
    await save(space, { record });
    const twice = await faultOf(save(space, { record: { ...record, code: 'h19 - 1' } }));
    expect(twice).toMatchObject({ code: 'RECORD_INVALID', fieldErrors: { code: 'DUPLICATE_CODE' } });
    expect(space.store.stats().dossiers).toBe(1);
  });

  it('takes an edit back to the very state and version before it', async () => {
    const space = workspace(newStore());
    const { dossier } = await save(space, { record });
    const edited = await save(space, {
      id: dossier.id,
      version: dossier.version,
      record: { ...record, status: 'returned', returnedOn: '2024-01-09' as never },
    });
    const undone = await dossierHandlers['dossiers.undo']({ changeSet: edited.changeSet as number }, space);
    expect(undone.dossier).toEqual(dossier);
    expect(get(space, dossier.id).history.map(({ kind }) => kind)).toEqual(['created', 'edited', 'undone']);
    expect(
      (
        await faultOf(
          Promise.resolve().then(() =>
            dossierHandlers['dossiers.undo']({ changeSet: edited.changeSet as number }, space),
          ),
        )
      ).code,
    ).toBe('RECORD_CHANGED');
    expect(space.store.check()).toEqual([]);
  });

  it('removes without losing, and restores', async () => {
    const space = workspace(newStore());
    const { dossier } = await save(space, { record });
    const removed = await dossierHandlers['dossiers.remove'](
      { id: dossier.id, version: dossier.version, reason: 'trùng' },
      space,
    );
    expect(removed.dossier).toMatchObject({ deleted: true, overdue: false });
    expect(space.store.dossiers.index({}, space.clock.today())).toHaveLength(0);
    expect([...space.store.dossiers.index({ deleted: true }, space.clock.today())]).toEqual([dossier.id]);
    expect(space.store.dossiers.isEmpty()).toBe(true);
    const restored = await dossierHandlers['dossiers.restore'](
      { id: dossier.id, version: removed.dossier.version },
      space,
    );
    expect(restored.dossier).toMatchObject({ deleted: false, overdue: true, record });
    expect(get(space, dossier.id).history.map(({ kind }) => kind)).toEqual([
      'created',
      'deleted',
      'restored',
    ]);
    const undone = await dossierHandlers['dossiers.undo']({ changeSet: restored.changeSet as number }, space);
    expect(undone.dossier).toEqual(removed.dossier);
    expect(space.store.check()).toEqual([]);
  });

  it('takes a creation back by removing', async () => {
    const space = workspace(newStore());
    const { changeSet } = await save(space, { record });
    const undone = await dossierHandlers['dossiers.undo']({ changeSet: changeSet as number }, space);
    expect(undone.dossier.deleted).toBe(true);
  });

  it('knows unknown records', async () => {
    const space = workspace(newStore());
    expect((await faultOf(save(space, { id: 7, version: 1, record }))).code).toBe('RECORD_UNKNOWN');
    expect(dossierHandlers['dossiers.byCode']({ code: 'nothing' }, space)).toBeNull();
  });

  it('offers fields and procedures and proposes a due day', async () => {
    const space = workspace(newStore());
    await save(space, { record: { ...record, field: 'Lĩnh vực lạ' } });
    const choices = await dossierHandlers['dossiers.choices']({}, space);
    expect(choices.fields).toContain('Lĩnh vực lạ');
    expect(choices.fields).toContain('Hộ tịch');
    const procedure = choices.procedures.find(({ code }) => code === '1.000689');
    expect(procedure?.field).toBe('Hộ tịch');
    const due = await dossierHandlers['dossiers.proposeDue'](
      { procedureCode: '1.000689', channel: null, receivedOn: '2024-04-16' as never },
      space,
    );
    // Three working days after Tuesday 16 April 2024, the 18th being Giỗ Tổ.
    expect(due).toMatchObject({
      dueOn: '2024-04-22',
      amount: 3,
      unit: 'working-days',
      holidays: [{ date: '2024-04-18' }],
    });
  });
});
