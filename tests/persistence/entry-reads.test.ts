import { describe, expect, it } from 'vitest';
import { change, insert, person, petition } from './entry-deeds.ts';
import { meta, newStore, TODAY } from './support.ts';

describe('what figures read of a ledger', () => {
  it('is read once until a write touches that ledger', async () => {
    const store = newStore();
    await insert(store, 'petitions', petition());
    const read = store.entries.entries('petitions');
    expect(read).toMatchObject([{ key: 'PA-1', record: { code: 'PA-1', closedOn: null } }]);
    await insert(store, 'staff', person('CB01'));
    expect(store.entries.entries('petitions')).toBe(read);
    await store
      .writeLong((tx) => {
        tx.insertEntry('petitions', petition({ code: 'PA-0' }), 1, tx.beginChangeSet(meta()));
        return Promise.resolve({ keep: false, value: null });
      })
      .then(() => expect(store.entries.entries('petitions')).toBe(read));
    await insert(store, 'petitions', petition({ code: 'PA-0', receivedOn: '2024-02-01' }));
    expect(store.entries.entries('petitions').map(({ key }) => key)).toEqual(['PA-0', 'PA-1']);
  });

  it('is kept from the day said or from the first entry, whichever is earlier', async () => {
    const store = newStore();
    expect(store.entries.keptFrom('petitions')).toBeNull();
    const { id } = await insert(store, 'petitions', petition());
    expect(store.entries.keptFrom('petitions')).toBe('2024-03-01');
    const say = (kept: unknown) => store.write((tx) => tx.putDocument('ledgers.kept', kept));
    await say({ petitions: '2024-01-01', staff: '2023-05-05' });
    expect(store.entries.keptFrom('petitions')).toBe('2024-01-01');
    expect(store.entries.keptFrom('staff')).toBe('2023-05-05');
    await say({ petitions: '2024-03-02' });
    expect(store.entries.keptFrom('petitions')).toBe('2024-03-01');
    await change(store, 'petitions', id, null, true);
    expect(store.entries.keptFrom('petitions')).toBe('2024-03-02');
    expect(store.entries.keptFrom('staff')).toBeNull();
  });

  it('is summed up for the list of ledgers', async () => {
    const store = newStore();
    const dues = ['2024-03-31', '2024-04-01', '2024-04-04', '2024-04-05', null, '2024-03-30'];
    for (const [index, dueOn] of dues.entries())
      await insert(
        store,
        'petitions',
        petition({ code: `PA-${index}`, dueOn, closedOn: index === 5 ? '2024-03-30' : null }),
      );
    expect(store.entries.state('petitions', TODAY)).toEqual({
      ledger: 'petitions',
      entries: 6,
      keptFrom: '2024-03-01',
      overdue: 1,
      dueSoon: 2,
      lacks: { dueOn: 1 },
    });
    expect(store.entries.state('staff', TODAY)).toEqual({
      ledger: 'staff',
      entries: 0,
      keptFrom: null,
      overdue: 0,
      dueSoon: 0,
      lacks: {},
    });
  });

  it('tells the values in use, most used first', async () => {
    const store = newStore();
    const handlers = ['Bình', 'An', 'Bình', null, 'Cúc', 'An', 'Bình'];
    for (const [index, handler] of handlers.entries())
      await insert(store, 'petitions', petition({ code: `PA-${index}`, handler }));
    expect(store.entries.used('petitions', 'handler', 2)).toEqual(['Bình', 'An']);
    expect(store.entries.used('petitions', 'nothing', 2)).toEqual([]);
  });
});
