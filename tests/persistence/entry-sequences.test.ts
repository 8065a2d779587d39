import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openStore } from '#electron/persistence/open-store.ts';
import type { AnyRecord } from '#shared/domain/ledgers/definition.ts';
import { entryKey } from '#shared/domain/ledgers/entry-rules.ts';
import { type LedgerId, ledgerOf } from '#shared/domain/ledgers/registry.ts';
import { dump } from './dump.ts';
import { change, insert, undo } from './entry-deeds.ts';
import { recordOf } from './entry-records.ts';
import { TODAY, temporaryFolder } from './support.ts';

describe('any sequence of deeds on entries', () => {
  const ledger = fc.constantFrom<LedgerId>('petitions', 'survey-answers', 'work-files');
  const deeds = (id: LedgerId) =>
    fc.array(fc.record({ which: fc.nat(), becomes: fc.option(recordOf(id)) }), { maxLength: 8 });

  it('is taken back one by one, the last one first, to the very rows there were', async () => {
    const cases = ledger.chain((id) =>
      fc.tuple(fc.constant(id), fc.array(recordOf(id), { minLength: 1, maxLength: 5 }), deeds(id)),
    );
    await fc.assert(
      fc.asyncProperty(cases, async ([id, records, changes]) => {
        const folder = temporaryFolder();
        const store = openStore(folder, { create: true });
        try {
          const keyOf = (record: AnyRecord) => entryKey(ledgerOf(id), record);
          for (const record of records)
            if (ledgerOf(id).repeatable || store.entries.byKey(id, keyOf(record), TODAY) === null)
              await insert(store, id, record);
          const all = [...store.entries.index(id, {}, TODAY)];
          const done: { set: number; before: Record<string, unknown[]> }[] = [];
          for (const { which, becomes } of changes) {
            const now = store.entries.get(id, all[which % all.length] as number, TODAY);
            if (!now) continue;
            const holder = becomes && store.entries.byKey(id, keyOf(becomes), TODAY);
            if (holder && holder.id !== now.id && !ledgerOf(id).repeatable) continue;
            const before = dump(folder, 'entry');
            // Without a record it goes to the trash, or comes back from it.
            const set = await change(store, id, now.id, becomes, becomes ? now.deleted : !now.deleted);
            const same = JSON.stringify(dump(folder, 'entry')) === JSON.stringify(before);
            if (!same) done.push({ set, before });
          }
          expect(store.check()).toEqual([]);
          for (const { set, before } of done.reverse()) {
            expect(await undo(store, set)).not.toBeNull();
            expect(dump(folder, 'entry')).toEqual(before);
            expect(await undo(store, set)).toBeNull();
          }
          expect(store.check()).toEqual([]);
        } finally {
          store.close();
        }
      }),
      { numRuns: 15 },
    );
  }, 60_000);
});
