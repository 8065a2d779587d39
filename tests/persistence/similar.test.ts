import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KnownDossier, TypedDossier } from '#electron/application/ports.ts';
import { codeSlips } from '#electron/persistence/code-slips.ts';
import { add, meta, newStore, plainDossier, TODAY } from './support.ts';

const typed = (change: Partial<TypedDossier> = {}): TypedDossier => ({
  code: '',
  personId: null,
  applicantName: null,
  procedureCode: '1.001193',
  receivedOn: TODAY,
  except: null,
  ...change,
});

async function bookOf(...dossiers: Parameters<typeof plainDossier>[0][]) {
  const store = newStore();
  await add(
    store,
    dossiers.map((change, index) => plainDossier({ code: `X-${index}-YZ`, receivedOn: TODAY, ...change })),
  );
  return (change: Partial<TypedDossier>) =>
    store.dossiers.similar(typed(change), TODAY).map(({ dossier, why }) => `${dossier.id} ${why}`);
}
const PERSON = 'same-person-and-procedure';

describe('dossiers like the one being typed', () => {
  it('are those of the same person and procedure within thirty days', async () => {
    const similar = await bookOf(
      { personId: '012345678901', receivedOn: '2024-03-02' },
      { personId: '012345678901', receivedOn: '2024-03-01' },
      { personId: '012345678901', receivedOn: '2024-05-01' },
      { personId: '012345678901', procedureCode: '2.000815' },
      { personId: '012345678902' },
    );
    expect(similar({ personId: '012345678901' })).toEqual([`3 ${PERSON}`, `1 ${PERSON}`]);
    expect(similar({ personId: '012345678901', except: 3 })).toEqual([`1 ${PERSON}`]);
    expect(similar({ personId: '012345678901', procedureCode: null })).toEqual([]);
    expect(similar({ personId: '012345678901', procedureCode: '9.9' })).toEqual([]);
    expect(similar({ personId: '012345678901', receivedOn: null })).toHaveLength(2);
    expect(similar({})).toEqual([]);
  });

  it('are told by the name, whatever its accents, where a person id is missing', async () => {
    const similar = await bookOf(
      { applicantName: 'Đặng Thị Đào', personId: null },
      { applicantName: 'ĐẶNG  THỊ ĐÀO', personId: '012345678901' },
      { applicantName: 'Đặng Thị Đông', personId: null },
    );
    expect(similar({ applicantName: 'dang thi dao' })).toEqual([`2 ${PERSON}`, `1 ${PERSON}`]);
    // Two ids are two people, whatever their names.
    expect(similar({ applicantName: 'Đặng Thị Đào', personId: '999' })).toEqual([`1 ${PERSON}`]);
  });

  it('have a code one slip away, unless they are of somebody else', async () => {
    const similar = await bookOf(
      { code: 'H19-240401-0012', applicantName: 'Lê Văn A' },
      { code: 'H19-240401-0021', applicantName: 'Lê Văn B' },
      { code: 'h19-240401-00123', applicantName: null },
      { code: 'H19-240401-012', applicantName: 'Lê Văn C' },
      { code: 'H19-240411-0022', applicantName: 'Lê Văn D' },
    );
    const slips = (change: Partial<TypedDossier>) => similar({ procedureCode: null, ...change });
    expect(slips({ code: 'H19-240401-0012' })).toEqual(['4 code-slip', '3 code-slip', '2 code-slip']);
    expect(slips({ code: 'h19-240401-0012', applicantName: 'le van b' })).toEqual([
      '2 code-slip',
      '3 code-slip',
    ]);
    expect(slips({ code: 'H19-240401-0012', applicantName: 'Lê Văn D' })).toEqual(['3 code-slip']);
    expect(slips({ code: 'H19-240401-9012', except: 1 })).toEqual(['4 code-slip']);
    expect(slips({ code: 'H1' })).toEqual([]);
  });

  it('are not those that were removed', async () => {
    const store = newStore();
    const [id = 0] = await add(store, [plainDossier({ code: 'ABCDE', personId: '1', receivedOn: TODAY })]);
    await store.write((tx) => {
      const known = tx.dossier(id) as KnownDossier;
      tx.updateDossier(known, known.record, null, tx.beginChangeSet(meta('deleted')), true);
    });
    expect(store.dossiers.similar(typed({ code: 'ABCDF', personId: '1' }), TODAY)).toEqual([]);
  });
});

/** Slips from one code to another by the smallest number of steps, each a slip (optimal string alignment). */
function distance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (__, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number) => rows[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= a.length; i += 1)
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      (rows[i] as number[])[j] = Math.min(
        at(i - 1, j) + 1,
        at(i, j - 1) + 1,
        at(i - 1, j - 1) + same,
        swapped ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
  return at(a.length, b.length);
}

describe('the slips of a code', () => {
  const code = fc.string({ unit: fc.constantFrom('1', '2', 'A', '-'), minLength: 4, maxLength: 8 });

  it('are exactly the codes one step away', () => {
    fc.assert(
      fc.property(code, code, (a, b) => {
        expect(codeSlips(a).includes(b)).toBe(distance(a, b) === 1);
      }),
      { numRuns: 2000 },
    );
    for (const slip of codeSlips('A1B2-Ư')) expect(distance('A1B2-Ư', slip)).toBe(1);
  });
});
