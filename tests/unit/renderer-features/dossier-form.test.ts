import { describe, expect, it } from 'vitest';
import { blankDraft, draftError, draftSchema } from '#renderer/features/dossiers/model/form-schema.ts';
import { day, dossier } from './dossier-samples.ts';

const today = day('2024-03-15');
const issuesOf = (draft: unknown) => {
  const read = draftSchema.safeParse(draft);
  return read.success ? [] : read.error.issues.map((issue) => [issue.path.join('.'), issue.message]);
};

describe('the form of a dossier', () => {
  it('makes a record out of what was typed: trimmed, composed, empty as not known', () => {
    const record = draftSchema.parse({
      ...blankDraft(today),
      code: ' HS-1 ',
      applicantName: 'Nguyễn Án'.normalize('NFD'),
      note: '  ',
    });
    expect(record).toMatchObject({
      code: 'HS-1',
      applicantName: 'Nguyễn Án',
      note: null,
      receivedOn: '2024-03-15',
    });
  });

  it('wants a number and a day of receipt', () => {
    expect(issuesOf(blankDraft(today)).map(([path]) => path)).toEqual(['code']);
    expect(issuesOf({ ...blankDraft(today), code: 'HS-1', receivedOn: null }).map(([path]) => path)).toEqual([
      'receivedOn',
    ]);
  });

  it('refuses days before the receipt and endings without a day', () => {
    expect(issuesOf(dossier({ dueOn: day('2024-02-28') }))).toEqual([['dueOn', 'dateBefore 01/03/2024']]);
    expect(issuesOf(dossier({ status: 'returned' }))).toEqual([['finishedOn', 'dateNeeded']]);
    expect(issuesOf(dossier({ status: 'returned', returnedOn: day('2024-03-02') }))).toEqual([]);
  });

  it('words errors by key', () => {
    expect(draftError({ type: 'custom', message: 'dateBefore 01/03/2024' }, '2024-02-28')).toEqual({
      key: 'dateBefore',
      params: { date: '01/03/2024' },
    });
    expect(draftError({ type: 'too_small', message: '' }, '')).toEqual({ key: 'required', params: {} });
    expect(
      draftError({ type: 'too_big', message: 'Too big: expected string to have <=60 characters' }, 'x').key,
    ).toBe('tooLong');
  });
});
