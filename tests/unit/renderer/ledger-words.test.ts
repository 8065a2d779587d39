import { describe, expect, it } from 'vitest';
import { LEDGER_BREACH_CODES } from '#shared/domain/ledgers/definition.ts';
import { LEDGER_IDS, ledgerOf } from '#shared/domain/ledgers/registry.ts';
import { en, vi } from '#shared/i18n/index.ts';
import { foldWords } from '#shared/text/fold.ts';

interface LedgerWords {
  readonly name: string;
  readonly one: string;
  readonly empty: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly choices: Readonly<Record<string, Readonly<Record<string, string>>>>;
}
type Words = Readonly<Record<string, LedgerWords>>;
const words = vi.ledgers as unknown as Words;

describe('words of the ledgers', () => {
  it.each(LEDGER_IDS)('%s: every field and value has its words, and none is left over', (id) => {
    const ledger = ledgerOf(id);
    for (const catalogue of [vi.ledgers, en.ledgers] as unknown as Words[]) {
      const said = catalogue[id];
      expect(Object.keys(said?.fields ?? {}).sort()).toEqual(Object.keys(ledger.fields).sort());
      const choices = Object.entries(ledger.fields).filter(([, field]) => field.choices !== null);
      expect(Object.keys(said?.choices ?? {}).sort()).toEqual(choices.map(([name]) => name).sort());
      for (const [name, field] of choices)
        expect(Object.keys(said?.choices[name] ?? {}).sort()).toEqual(
          Object.keys(field.choices ?? {}).sort(),
        );
    }
  });

  it.each(LEDGER_IDS)('%s: what a field and a value are called is what an import understands', (id) => {
    for (const [name, field] of Object.entries(ledgerOf(id).fields)) {
      const label = words[id]?.fields[name] ?? '';
      expect([name, field.headings.split('|').map(foldWords)]).toEqual([
        name,
        expect.arrayContaining([foldWords(label)]),
      ]);
      for (const [value, spellings] of Object.entries(field.choices ?? {}))
        expect([value, spellings.split('|').map(foldWords)]).toEqual([
          value,
          expect.arrayContaining([foldWords(words[id]?.choices[name]?.[value] ?? '')]),
        ]);
    }
  });

  it.each(LEDGER_IDS)('%s: no two fields are called the same', (id) => {
    for (const catalogue of [vi.ledgers, en.ledgers] as unknown as Words[]) {
      const labels = Object.values(catalogue[id]?.fields ?? {}).map(foldWords);
      expect(new Set(labels).size).toBe(labels.length);
    }
  });

  it('say every fault', () => {
    expect(Object.keys(vi.ledgers.breaches)).toEqual(expect.arrayContaining([...LEDGER_BREACH_CODES]));
  });
});
