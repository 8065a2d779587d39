import { describe, expect, it } from 'vitest';
import { objectivesCounting, timeSentence } from '#renderer/features/dossiers/model/how-it-counts.ts';
import { daysLate, statusLook } from '#renderer/features/dossiers/model/status-look.ts';
import { day, dossier } from './dossier-samples.ts';

const today = day('2024-03-15');
const objectives = [
  { id: '2.1', formula: 'dossier.on-time.resolved.v1' },
  { id: '2.2', formula: 'survey.satisfied.v1' },
  { id: '2.3', formula: 'dossier.online.resolved.v1' },
  { id: '7.1', formula: 'dossier.digitised.received.v1' },
];

describe('how a dossier counts', () => {
  it('says its standing in time', () => {
    const resolved = { status: 'returned', finishedOn: day('2024-03-10') } as const;
    expect(timeSentence(dossier({ ...resolved, dueOn: day('2024-03-12') }), today)).toEqual({
      key: 'early',
      date: '10/03/2024',
      n: 2,
    });
    expect(timeSentence(dossier({ ...resolved, dueOn: day('2024-03-10') }), today)).toEqual({
      key: 'onTime',
      date: '10/03/2024',
    });
    expect(timeSentence(dossier({ ...resolved, dueOn: day('2024-03-07') }), today)).toEqual({
      key: 'lateBy',
      date: '10/03/2024',
      n: 3,
    });
    expect(timeSentence(dossier(resolved), today).key).toBe('noDue');
    expect(timeSentence(dossier({ dueOn: day('2024-03-14') }), today)).toEqual({
      key: 'pendingOverdue',
      date: '14/03/2024',
    });
    expect(timeSentence(dossier({ dueOn: day('2024-03-15') }), today).key).toBe('pending');
    expect(timeSentence(dossier({ status: 'supplement', dueOn: day('2024-03-01') }), today).key).toBe(
      'clockStopped',
    );
    expect(timeSentence(dossier({ status: 'registered' }), today).key).toBe('notCounted');
  });

  it('asks the formulas themselves', () => {
    const record = dossier({
      channel: 'online',
      status: 'returned',
      finishedOn: day('2024-03-10'),
      dueOn: day('2024-03-07'),
    });
    expect(objectivesCounting(record, today, null, objectives)).toEqual([
      { objective: '2.1', role: 'against', cause: 'late' },
      { objective: '2.3', role: 'counted', cause: 'online' },
      { objective: '7.1', role: 'counted', cause: 'online-components-unknown' },
    ]);
    expect(objectivesCounting(dossier({ status: 'not-accepted' }), today, null, objectives)).toEqual([]);
  });

  it('lets objectives over resolved dossiers wait', () => {
    expect(objectivesCounting(dossier(), today, null, objectives)[0]).toEqual({
      objective: '2.1',
      role: null,
      cause: null,
    });
  });

  it('marks late and overdue', () => {
    expect(daysLate(dossier({ dueOn: day('2024-03-10') }), true, today)).toBe(5);
    expect(daysLate(dossier({ dueOn: day('2024-03-10') }), false, today)).toBeNull();
    expect(
      daysLate(
        dossier({ dueOn: day('2024-03-10'), status: 'finished', finishedOn: day('2024-03-12') }),
        false,
        today,
      ),
    ).toBe(2);
    expect(statusLook({ status: 'processing', finishedOn: day('2024-03-12'), returnedOn: null }).sign).toBe(
      '✓',
    );
    expect(statusLook({ status: 'paused', finishedOn: null, returnedOn: null }).sign).toBe('‖');
  });
});
