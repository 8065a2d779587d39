import { expect, it } from 'vitest';
import { added, day, figure, newOffice, ownSet, resolved } from './support/commune.ts';

it('a filter by a value that is offered counts what has it, however blanks and invisible signs were typed', async () => {
  const office = await newOffice('thu', day('2024-03-20'));
  const { call } = office;
  await resolved(office, '2024-02-01', 'Hộ  tịch', { online: 1, other: 0 });
  await resolved(office, '2024-02-01', 'Hộ\u200b tịch ', { online: 0, other: 1 });
  await resolved(office, '2024-02-01', 'Đất đai', { online: 0, other: 1 });
  const petition = {
    subject: 'Trả chậm',
    receivedOn: '2024-01-05',
    dueOn: '2024-01-20',
    closedOn: '2024-01-19',
  };
  await office.add('petitions', { ...petition, code: 'PA1', handler: 'Lê\u200b  Văn A' });
  await office.add('petitions', { ...petition, code: 'PA2', handler: 'Trần B' });
  const offered = await call('targets.formulas', {});
  const valuesOf = (id: string, field: string) =>
    (offered.find((one) => one.id === id)?.filters[field] ?? []).filter((value) => /^(Hộ|Lê)/.test(value));
  const fields = valuesOf('dossier.online.resolved.v1', 'field');
  const handlers = valuesOf('petition.on-time.v1', 'handler');
  expect(fields.filter((value) => value.startsWith('Hộ'))).toContain('Hộ tịch');
  await call(
    'targets.saveOwn',
    ownSet({
      added: [
        added({ id: 'A1', filter: { field: fields } }),
        added({ id: 'A2', formula: 'petition.on-time.v1', filter: { handler: handlers } }),
      ],
    }),
  );
  expect(await figure(office, '2024-Q1', 'A1')).toMatchObject({ numerator: 1, denominator: 2 });
  expect(await figure(office, '2024-Q1', 'A2')).toMatchObject({ numerator: 1, denominator: 1 });
});
