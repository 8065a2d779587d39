import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openStore } from '#electron/persistence/open-store.ts';
import { ArrayCountSource } from '#shared/domain/array-count-source.ts';
import type { DossierCondition } from '#shared/domain/count-source.ts';
import type { Dossier } from '#shared/domain/dossier.ts';
import { type DossierFacts, encodeFacts, type FactGroup } from '#shared/domain/dossier-facts.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { dossier, evaluatedPeriod, issuesDocumentOf } from '../unit/domain/arbitraries.ts';
import { add, meta, newStore, temporaryFolder } from './support.ts';

/** Groups in an order of their own, so that two sources can be compared. */
function sorted(groups: readonly FactGroup[]): string[] {
  return groups
    .map(({ facts, field, overdue, count }) => `${encodeFacts(facts)} ${field ?? '-'} ${overdue} ${count}`)
    .sort();
}

function named(members: readonly { code: string; facts: DossierFacts; overdue: boolean }[]): string[] {
  return members.map(({ code, facts, overdue }) => `${code} ${encodeFacts(facts)} ${overdue}`).sort();
}

/** Conditions of objectives: values in use, one nobody uses, and what is not recorded. */
const condition: fc.Arbitrary<DossierCondition> = fc.record(
  {
    field: fc.subarray(['', 'Hộ tịch', 'Đất đai', 'không có'], { minLength: 1 }),
    procedureCode: fc.subarray(['', '1.001193', '2.000815', '9.9'], { minLength: 1 }),
    channel: fc.subarray(['', 'direct', 'online', 'post'], { minLength: 1 }),
    handler: fc.subarray(['', 'Nguyễn Văn A'], { minLength: 1 }),
  },
  { requiredKeys: [] },
);

describe('counts from SQLite', () => {
  it('cannot be filtered by what no objective may be filtered by', () => {
    const { counts } = newStore().dossiers;
    expect(() => counts.filtered({ applicantName: ['x'] })).toThrow(RangeError);
    expect(counts.filtered({}).pendingAt('2024-01-01' as LocalDate, true)).toEqual([]);
  });

  const deed = fc.record({ kind: fc.constantFrom('delete', 'edit'), which: fc.nat(), becomes: dossier });

  it('are those of a plain array, after edits and removals too', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(dossier, { maxLength: 60 }),
        fc.array(deed, { maxLength: 8 }),
        fc.array(evaluatedPeriod, { minLength: 1, maxLength: 6 }),
        fc.array(condition, { maxLength: 2 }),
        async (dossiers, deeds, periods, conditions) => {
          const store = openStore(temporaryFolder(), { create: true });
          try {
            const ids = await add(store, dossiers, issuesDocumentOf);
            const present = new Map<number, Dossier>(
              ids.map((id, index) => [id, dossiers[index] as Dossier]),
            );
            await store.write((tx) => {
              for (const { kind, which, becomes } of deeds) {
                const id = ids[which % Math.max(ids.length, 1)];
                const known = id === undefined ? null : tx.dossier(id);
                const record = id === undefined ? undefined : present.get(id);
                if (id === undefined || !known || !record) continue;
                if (kind === 'delete') {
                  tx.updateDossier(
                    known,
                    known.record,
                    known.issuesDocument,
                    tx.beginChangeSet(meta('deleted')),
                    true,
                  );
                  present.delete(id);
                } else {
                  const edited = { ...becomes, code: record.code };
                  tx.updateDossier(
                    known,
                    edited,
                    issuesDocumentOf(edited),
                    tx.beginChangeSet(meta('edited')),
                  );
                  present.set(id, edited);
                }
              }
            });
            const everything = new ArrayCountSource([...present.values()], issuesDocumentOf);
            for (const filter of [undefined, ...conditions]) {
              const { counts } = store.dossiers;
              const source = filter ? counts.filtered(filter) : counts;
              const oracle = filter ? everything.filtered(filter) : everything;
              for (const { from, end } of periods) {
                for (const byField of [false, true]) {
                  expect(sorted(source.receivedBetween(from, end, byField))).toEqual(
                    sorted(oracle.receivedBetween(from, end, byField)),
                  );
                  expect(sorted(source.resolvedBetween(from, end, byField))).toEqual(
                    sorted(oracle.resolvedBetween(from, end, byField)),
                  );
                  expect(sorted(source.pendingAt(end, byField))).toEqual(
                    sorted(oracle.pendingAt(end, byField)),
                  );
                  expect(sorted(source.carriedOver(from, byField))).toEqual(
                    sorted(oracle.carriedOver(from, byField)),
                  );
                }
                for (const axis of ['received', 'resolved', 'pending'] as const)
                  expect(named(store.dossiers.members(axis, from, end, filter))).toEqual(
                    named(oracle.members(axis, from, end)),
                  );
              }
            }
            expect(store.check()).toEqual([]);
          } finally {
            store.close();
          }
        },
      ),
      { numRuns: 60 },
    );
  }, 120_000);
});
