import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Membership } from '#electron/application/ports.ts';
import { openStore } from '#electron/persistence/open-store.ts';
import { ArrayCountSource } from '#shared/domain/array-count-source.ts';
import type { Dossier } from '#shared/domain/dossier.ts';
import { encodeFacts, type FactGroup } from '#shared/domain/dossier-facts.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { dossier, evaluatedPeriod, issuesDocumentOf } from '../unit/domain/arbitraries.ts';
import { add, meta, temporaryFolder } from './support.ts';

/** Groups in an order of their own, so that two sources can be compared. */
function sorted(groups: readonly FactGroup[]): string[] {
  return groups
    .map(({ facts, field, overdue, count }) => `${encodeFacts(facts)} ${field ?? '-'} ${overdue} ${count}`)
    .sort();
}

describe('counts from SQLite', () => {
  const deed = fc.record({ kind: fc.constantFrom('delete', 'edit'), which: fc.nat(), becomes: dossier });

  it('are those of a plain array, after edits and removals too', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(dossier, { maxLength: 60 }),
        fc.array(deed, { maxLength: 8 }),
        fc.array(evaluatedPeriod, { minLength: 1, maxLength: 6 }),
        async (dossiers, deeds, periods) => {
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
            const oracle = new ArrayCountSource([...present.values()], issuesDocumentOf);
            for (const { from, end } of periods) {
              for (const byField of [false, true]) {
                expect(sorted(store.dossiers.counts.receivedBetween(from, end, byField))).toEqual(
                  sorted(oracle.receivedBetween(from, end, byField)),
                );
                expect(sorted(store.dossiers.counts.resolvedBetween(from, end, byField))).toEqual(
                  sorted(oracle.resolvedBetween(from, end, byField)),
                );
                expect(sorted(store.dossiers.counts.pendingAt(end, byField))).toEqual(
                  sorted(oracle.pendingAt(end, byField)),
                );
                expect(sorted(store.dossiers.counts.carriedOver(from, byField))).toEqual(
                  sorted(oracle.carriedOver(from, byField)),
                );
              }
              for (const axis of ['received', 'resolved', 'pending'] as const)
                compareMembers(axis, from, end);
            }
            expect(store.check()).toEqual([]);

            function compareMembers(
              axis: Exclude<Membership, 'carried-over'>,
              from: LocalDate,
              to: LocalDate,
            ): void {
              const expected = oracle
                .members(axis, from, to)
                .map(({ code, overdue }) => `${code} ${overdue}`)
                .sort();
              expect(
                store.dossiers
                  .members(axis, from, to)
                  .map(({ code, overdue }) => `${code} ${overdue}`)
                  .sort(),
              ).toEqual(expected);
            }
          } finally {
            store.close();
          }
        },
      ),
      { numRuns: 60 },
    );
  }, 120_000);
});
