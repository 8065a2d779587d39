import { describe, expect, it } from 'vitest';
import { compareDossiers, isTelling } from '#renderer/features/dossiers/model/compare.ts';
import { blankDraft } from '#renderer/features/dossiers/model/form-schema.ts';
import { draftAfter, together } from '#renderer/features/dossiers/model/kept-values.ts';
import { day, dossier } from './dossier-samples.ts';

const today = day('2024-03-15');

describe('the form after a save', () => {
  const saved = dossier({
    procedureCode: '1.001193',
    procedureName: 'Đăng ký khai sinh',
    field: 'Hộ tịch',
    applicantName: 'Nguyễn Văn An',
    channel: 'online',
    receivedOn: day('2024-03-14'),
    dueOn: day('2024-03-14'),
  });

  it('is empty but for what is kept', () => {
    expect(draftAfter(saved, ['channel', 'receivedOn'], today)).toEqual({
      ...blankDraft(today),
      channel: 'online',
      receivedOn: '2024-03-14',
    });
    expect(draftAfter(saved, [], today)).toEqual(blankDraft(today));
  });

  it('keeps the procedure with its code and field, never a number or suspensions', () => {
    expect(draftAfter(saved, ['procedureName', 'code', 'suspensions'], today)).toMatchObject({
      code: '',
      procedureCode: '1.001193',
      field: 'Hộ tịch',
      suspensions: [],
      applicantName: null,
    });
    expect(together('channel')).toEqual(['channel']);
  });
});

describe('a dossier that may be the same', () => {
  const typed = {
    ...blankDraft(today),
    code: 'HS-2',
    applicantName: 'nguyen van an',
    personId: '012345678901',
  };
  const known = dossier({
    code: 'HS-1',
    applicantName: 'Nguyễn Văn  An',
    personId: '012345678902',
    channel: 'post',
  });

  it('is compared field by field, beyond accents, case and blanks', () => {
    expect(compareDossiers(typed, known)).toEqual([
      { field: 'code', differs: true },
      { field: 'applicantName', differs: false },
      { field: 'personId', differs: true },
      { field: 'channel', differs: true },
      { field: 'receivedOn', differs: true },
      { field: 'status', differs: false },
    ]);
  });

  it('tells something by its number only where the person is the same', () => {
    expect(isTelling(typed, known, 'code-slip')).toBe(true);
    expect(isTelling(typed, dossier({ applicantName: 'Trần Thị Bé' }), 'code-slip')).toBe(false);
    expect(isTelling(typed, dossier(), 'code-slip')).toBe(false);
    expect(isTelling(typed, dossier(), 'same-person-and-procedure')).toBe(true);
  });
});
