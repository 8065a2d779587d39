import { expect, it } from 'vitest';
import { plainDossier } from '../domain/sample-dossier.ts';
import { newOffice } from './support/office.ts';

/** Numerator and denominator of what was resolved with an electronic result. */
async function digitised(office: Awaited<ReturnType<typeof newOffice>>) {
  const { objectives } = await office.call('evaluation.evaluate', { period: '2024-Q1' });
  const { numerator, denominator } = objectives.find(({ id }) => id === '7.2') ?? {};
  return [numerator, denominator];
}

it('two versions of a procedure saved at once are followed as one after the other', async () => {
  const procedure = (validFrom: string, issuesDocument: boolean) => ({
    code: '9.000001',
    name: 'Thủ tục riêng',
    field: 'Hộ tịch',
    validFrom,
    issuesDocument,
  });
  const save = (office: Awaited<ReturnType<typeof newOffice>>, record: object) =>
    office.add('procedures', record as Record<string, unknown>);
  const versions = [procedure('2024-02-01', false), procedure('2024-01-01', true)] as const;
  const dossier = plainDossier({
    procedureCode: '9.000001',
    receivedOn: '2024-02-10',
    finishedOn: '2024-02-12',
    status: 'finished',
  });
  const figures = [];
  for (const atOnce of [false, true]) {
    const office = await newOffice();
    await office.call('dossiers.save', { id: null, version: null, record: dossier, reason: null });
    if (atOnce) await Promise.all(versions.map((record) => save(office, record)));
    else for (const record of versions) await save(office, record);
    figures.push(await digitised(office));
  }
  // The later version says that no document is issued: nothing is left to digitise.
  expect(figures).toEqual([
    [0, 0],
    [0, 0],
  ]);
});

it('a dossier saved while a procedure is being saved gets its answer from that', async () => {
  const office = await newOffice();
  const record = plainDossier({
    procedureCode: '9.000001',
    receivedOn: '2024-02-10',
    finishedOn: '2024-02-12',
    status: 'finished',
  });
  const procedure = {
    code: '9.000001',
    name: 'Thủ tục riêng',
    field: 'Hộ tịch',
    validFrom: '2024-01-01',
    issuesDocument: false,
  };
  await Promise.all([
    office.add('procedures', procedure),
    office.call('dossiers.save', { id: null, version: null, record, reason: null }),
  ]);
  expect(await digitised(office)).toEqual([0, 0]);
});

it('a dossier that gets its former procedure back gets what the catalogue says of it by now', async () => {
  const office = await newOffice();
  const { call } = office;
  const record = plainDossier({
    procedureCode: '9.000001',
    receivedOn: '2024-02-10',
    finishedOn: '2024-02-12',
    status: 'finished',
  });
  const { dossier } = await call('dossiers.save', { id: null, version: null, record, reason: null });
  const { changeSet } = await call('dossiers.save', {
    id: dossier.id,
    version: dossier.version,
    record: { ...record, procedureCode: '9.000002' },
    reason: null,
  });
  await office.add('procedures', {
    code: '9.000001',
    name: 'Thủ tục riêng',
    field: 'Hộ tịch',
    validFrom: '2024-01-01',
    issuesDocument: false,
  });
  expect(await digitised(office)).toEqual([0, 1]);
  await call('dossiers.undo', { changeSet: changeSet ?? 0 });
  expect(await digitised(office)).toEqual([0, 0]);
  expect(await call('app.check', {})).toMatchObject({ ok: true });
});
