import { describe, expect, it } from 'vitest';
import { localDate } from '#shared/domain/local-date.ts';
import { plainDossier } from '../unit/domain/sample-dossier.ts';
import { add, meta, newStore } from './support.ts';

const received = (code: string, receivedOn: string) => plainDossier({ code, receivedOn });

describe('counts that were read before', () => {
  it('are read anew after a commit', async () => {
    const store = newStore();
    const count = () =>
      store.dossiers.counts
        .receivedBetween(localDate(2024, 1, 1), localDate(2024, 12, 31), false)
        .reduce((sum, group) => sum + group.count, 0);
    expect(count()).toBe(0);
    const [first] = await add(store, [received('A', '2024-02-01')]);
    expect(count()).toBe(1);
    await add(store, [received('B', '2024-02-02'), received('C', '2025-02-02')]);
    expect(count()).toBe(2);
    await store.write((tx) => {
      const known = tx.dossier(first ?? 0);
      if (known)
        tx.updateDossier(known, known.record, known.issuesDocument, tx.beginChangeSet(meta('deleted')), true);
    });
    expect(count()).toBe(1);
  });
});
