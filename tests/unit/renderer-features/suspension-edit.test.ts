import { describe, expect, it } from 'vitest';
import { fieldText } from '#renderer/features/dossiers/model/field-text.ts';
import { draftSchema } from '#renderer/features/dossiers/model/form-schema.ts';
import {
  beginOrClose,
  firstDue,
  spanFaults,
  unapplied,
  withSpan,
} from '#renderer/features/dossiers/model/suspension-edit.ts';
import { readSuspensions, suspensionsText } from '#renderer/features/dossiers/model/suspension-text.ts';
import type { Suspension } from '#shared/domain/dossier.ts';
import { createWords } from '#shared/i18n/create.ts';
import { day, dossier } from './dossier-samples.ts';

const span = (from: string, to: string | null, dueBefore: string | null = null): Suspension => ({
  kind: 'supplement',
  from: day(from),
  to: to === null ? null : day(to),
  dueBefore: dueBefore === null ? null : day(dueBefore),
});
const t = createWords('vi').getFixedT('vi', 'dossiers');

describe('suspensions in the form', () => {
  it('begins a span today, then closes it, then begins another', () => {
    const begun = beginOrClose([], day('2024-03-05'));
    expect(begun).toMatchObject({ at: 0, closing: false, spans: [span('2024-03-05', null)] });
    const closed = beginOrClose(begun.spans, day('2024-03-08'));
    expect(closed).toMatchObject({ at: 0, closing: true, spans: [span('2024-03-05', '2024-03-08')] });
    expect(beginOrClose(closed.spans, day('2024-03-11')).spans).toHaveLength(2);
  });

  it('never closes a span before it begins', () => {
    expect(beginOrClose([span('2024-03-10', null)], day('2024-03-08')).spans).toEqual([
      span('2024-03-10', '2024-03-10'),
    ]);
  });

  it('finds what is wrong with a span', () => {
    const received = day('2024-03-04');
    expect(spanFaults([span('2024-03-01', null)], received)).toEqual(['beforeReceipt']);
    expect(spanFaults([span('2024-03-08', '2024-03-07')], received)).toEqual(['order']);
    expect(spanFaults([span('2024-03-05', null), span('2024-03-08', null)], received)).toEqual([
      null,
      'overlap',
    ]);
    expect(spanFaults([span('2024-03-05', '2024-03-07'), span('2024-03-08', null)], received)).toEqual([
      null,
      null,
    ]);
  });

  it('asks for a proposal for what is closed and has moved nothing yet', () => {
    const moved = span('2024-03-05', '2024-03-07', '2024-03-08');
    const spans = [moved, span('2024-03-11', '2024-03-12'), span('2024-03-14', null)];
    expect(unapplied(spans)).toEqual([spans[1]]);
    expect(firstDue(spans)).toBe('2024-03-08');
    expect(firstDue([])).toBeNull();
  });

  it('takes a move back, and those after it, when the days it came from change', () => {
    const spans = [
      span('2024-03-05', '2024-03-07', '2024-03-08'),
      span('2024-03-11', '2024-03-12', '2024-03-13'),
    ];
    const later = withSpan(spans, 0, { to: day('2024-03-06') });
    expect(later.dueOn).toBe('2024-03-08');
    expect(later.spans).toEqual([span('2024-03-05', '2024-03-06'), span('2024-03-11', '2024-03-12')]);
    expect(withSpan(spans, 1, null)).toEqual({ spans: [spans[0]], dueOn: '2024-03-13' });
    expect(withSpan(spans, 0, { kind: 'paused' }).dueOn).toBeNull();
    expect(withSpan([span('2024-03-05', null)], 0, { to: day('2024-03-06') }).dueOn).toBeNull();
  });

  it('is refused by the form while a span is wrong', () => {
    const read = draftSchema.safeParse(dossier({ suspensions: [span('2024-03-08', '2024-03-07')] }));
    expect(read.error?.issues.map((issue) => issue.message)).toEqual(['spans']);
  });
});

describe('suspensions in words', () => {
  it('says kind and days', () => {
    expect(suspensionsText(t, [span('2024-03-05', '2024-03-07'), span('2024-03-11', null)])).toBe(
      'Yêu cầu bổ sung từ 05/03/2024 đến hết 07/03/2024; Yêu cầu bổ sung từ 11/03/2024 đến nay',
    );
    expect(suspensionsText(t, [])).toBeNull();
  });

  it('reads what history keeps, and leaves what it cannot read as it is', () => {
    const kept = JSON.stringify([span('2024-03-05', null)]);
    expect(readSuspensions(kept)).toEqual([span('2024-03-05', null)]);
    expect(fieldText(t, 'suspensions', kept)).toBe('Yêu cầu bổ sung từ 05/03/2024 đến nay');
    expect(fieldText(t, 'suspensions', '[]')).toBeNull();
    expect(fieldText(t, 'suspensions', 'khác')).toBe('khác');
  });
});
