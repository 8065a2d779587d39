import type { KnownEntry } from '#electron/application/ports.ts';
import { keyWith } from '#shared/domain/ledgers/entry-rules.ts';
import { type LedgerId, ledgerOf } from '#shared/domain/ledgers/registry.ts';
import {
  anonymousEntry,
  anonymousValue,
  CITIZEN_DOSSIER_NAMES,
  citizenFields,
} from '#shared/domain/privacy/personal-fields.ts';
import type { ChangedFields } from '../change-fields.ts';
import type { EntryWriter } from '../entry-writer.ts';

/** A dossier's change with nothing about a citizen; which fields it changed stays. */
export function anonymousDossierChange(fields: ChangedFields): ChangedFields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, pair]) => [
      name,
      CITIZEN_DOSSIER_NAMES.has(name) ? ([null, null] as const) : pair,
    ]),
  );
}

/** Which key takes the place of each that an entry has or had. The same for the same key, so that history stays whole. */
export type KeyOf = (key: string) => string;

/** Keys of an entry that is gone: only what is about citizens is left out. */
export function plainKeys(ledger: LedgerId): KeyOf {
  const definition = ledgerOf(ledger);
  const values = Object.fromEntries(
    citizenFields(ledger).map((name) => [name, anonymousValue(ledger, name)]),
  );
  return (key) => keyWith(definition, key, values);
}

/** Keys of an entry that is there: where another one has the key it would get, the next free number counts. */
export function freeKeys(entries: EntryWriter, known: KnownEntry): KeyOf {
  const plain = plainKeys(known.ledger);
  const wanted = plain(known.key);
  const holder = entries.byKey(known.ledger, wanted);
  if (holder === null || holder.id === known.id) return plain;
  const given = entries.freeKey(known.ledger, anonymousEntry(known.ledger, known.record));
  return (key) => (plain(key) === wanted ? given : plain(key));
}

/** An entry's change with nothing about a citizen. */
export function anonymousEntryChange(ledger: LedgerId, fields: ChangedFields, keyOf: KeyOf): ChangedFields {
  const names = new Set(citizenFields(ledger));
  return Object.fromEntries(
    Object.entries(fields).map(([name, pair]) => {
      if (names.has(name)) {
        const value = anonymousValue(ledger, name);
        return [name, [value, value] as const];
      }
      const [from, to] = pair as readonly [string, string];
      return [name, name === 'key' ? ([keyOf(from), keyOf(to)] as const) : pair];
    }),
  );
}
