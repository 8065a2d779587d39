import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dossier } from '#shared/domain/dossier.ts';
import {
  decodeFacts,
  encodeFacts,
  FACTS_BITS,
  factsOf,
  isCounted,
  resolvedOn,
} from '#shared/domain/dossier-facts.ts';
import { dossier, issuesDocumentOf } from './arbitraries.ts';

const sample = fc.sample(dossier, 1)[0] as Dossier;
const plain: Dossier = {
  ...sample,
  receivedOn: '2024-01-02' as never,
  dueOn: '2024-01-05' as never,
  reappointedDueOn: null,
  finishedOn: null,
  returnedOn: null,
  status: 'processing',
  outcome: null,
};

describe('facts', () => {
  it('survive packing', () => {
    fc.assert(
      fc.property(dossier, (record) => {
        const facts = factsOf(record, issuesDocumentOf(record));
        const code = encodeFacts(facts);
        expect(Number.isInteger(code) && code >= 0 && code < 2 ** FACTS_BITS).toBe(true);
        expect(decodeFacts(code)).toEqual(facts);
      }),
    );
  });

  it('are read from every code or refused, never read as something else', () => {
    fc.assert(
      fc.property(fc.integer({ min: -5, max: 2 ** (FACTS_BITS + 1) }), (code) => {
        let facts: ReturnType<typeof decodeFacts>;
        try {
          facts = decodeFacts(code);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
          return;
        }
        expect(encodeFacts(facts)).toBe(code);
      }),
      { numRuns: 2000 },
    );
  });

  it('keep the codes of released data', () => {
    // Stored in data folders: a change of these numbers needs a migration.
    expect(
      encodeFacts(
        factsOf(
          {
            ...plain,
            channel: null,
            componentsDigitised: null,
            resultDigitised: null,
            inSoftware: null,
            paperParallel: null,
            dueOn: null,
          },
          null,
        ),
      ),
    ).toBe(360);
    expect(
      encodeFacts(
        factsOf(
          {
            ...plain,
            channel: 'online',
            componentsDigitised: 'yes',
            resultDigitised: 'no',
            inSoftware: true,
            paperParallel: null,
            finishedOn: plain.dueOn,
          },
          true,
        ),
      ),
    ).toBe(2_507_410);
  });

  it('follow the status table', () => {
    const end = (change: Partial<Dossier>) => resolvedOn({ ...plain, ...change });
    for (const status of ['registered', 'not-accepted'] as const) {
      expect(isCounted({ status })).toBe(false);
      expect(end({ status, finishedOn: '2024-01-03' as never })).toBeNull();
    }
    for (const status of ['accepted', 'processing', 'supplement', 'payment', 'paused'] as const) {
      expect(isCounted({ status })).toBe(true);
      expect(end({ status })).toBeNull();
      expect(end({ status, finishedOn: '2024-01-03' as never })).toBe('2024-01-03');
      expect(end({ status, returnedOn: '2024-01-04' as never })).toBe('2024-01-04');
      expect(factsOf({ ...plain, status }, null).clockStopped).toBe(
        !['accepted', 'processing'].includes(status),
      );
      expect(factsOf({ ...plain, status, returnedOn: '2024-01-04' as never }, null).clockStopped).toBe(false);
    }
    for (const status of ['finished', 'returned', 'refused', 'withdrawn', 'stopped'] as const) {
      expect(end({ status, finishedOn: '2024-01-03' as never, returnedOn: '2024-01-04' as never })).toBe(
        '2024-01-03',
      );
      expect(end({ status, returnedOn: '2024-01-04' as never })).toBe('2024-01-04');
      const ending = status === 'finished' || status === 'returned' ? 'approved' : status;
      expect(factsOf({ ...plain, status, finishedOn: '2024-01-03' as never }, null).ending).toBe(ending);
    }
  });

  it('compare the end of processing with the first due date', () => {
    const time = (
      finishedOn: string | null,
      dueOn: string | null,
      reappointedDueOn: string | null = null,
    ) => {
      const facts = factsOf({ ...plain, finishedOn, dueOn, reappointedDueOn } as Dossier, null);
      return [facts.timeliness, facts.reappointedTimeliness];
    };
    expect(time('2024-01-04', '2024-01-05')).toEqual(['early', 'early']);
    expect(time('2024-01-05', '2024-01-05')).toEqual(['on-time', 'on-time']);
    expect(time('2024-01-06', '2024-01-05')).toEqual(['late', 'late']);
    expect(time('2024-01-06', '2024-01-05', '2024-01-06')).toEqual(['late', 'on-time']);
    expect(time('2024-01-06', null)).toEqual(['no-due', 'no-due']);
    expect(time('2024-01-06', null, '2024-01-08')).toEqual(['no-due', 'early']);
    expect(time(null, '2024-01-05')).toEqual(['open', 'open']);
    expect(time(null, null)).toEqual(['open-no-due', 'open-no-due']);
  });
});
