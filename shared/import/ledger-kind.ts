import type { AnyRecord, LedgerDefinition } from '../domain/ledgers/definition.ts';
import { entryKey } from '../domain/ledgers/entry-rules.ts';
import { type LedgerId, ledgerOf } from '../domain/ledgers/registry.ts';
import { headingKey, OTHER_KEYS } from './heading-key.ts';
import { ledgerImportFields } from './ledger-fields.ts';
import type { RecordKind, RowInHand } from './record-kind.ts';
import type { EntryPatch } from './types.ts';
import { valueText } from './value-text.ts';

const NONE: readonly string[] = [];
const SIGNS: ReadonlySet<string> = new Set(['code', 'ref', 'dossier', 'procedure', 'objective']);
/** A sign without blanks and with a digit: no word of a footer looks like that. */
const SIGN_LIKE = /^\s*\S*\d\S*\s*$/;
const MAX_TITLE = 60;
const MAX_SUMMARY = 300;

/** Lists of a ledger, from its definition. */
export function ledgerKind(id: LedgerId): RecordKind<EntryPatch> {
  const definition = ledgerOf(id);
  const fields = ledgerImportFields(definition);
  const own = new Set(fields.flatMap(({ synonyms }) => synonyms.map(headingKey)));
  const typeOf = (name: string) => definition.fields[name]?.type ?? 'text';
  const future = futureFields(definition);
  return {
    id,
    fields,
    otherKeys: new Set([...OTHER_KEYS].filter((key) => !own.has(key))),
    code: definition.key.find((name) => SIGNS.has(typeOf(name))) ?? null,
    codeLike: SIGN_LIKE,
    day: definition.day,
    wordKeys: definition.repeatable
      ? []
      : definition.key.filter((name) => typeOf(name) === 'text' || typeOf(name) === 'code'),
    judge: (row) => {
      judgeDays(row, future);
      return NONE;
    },
    fileKey: (values) =>
      !definition.repeatable && definition.key.every((name) => values[name] !== undefined)
        ? entryKey(definition, values as AnyRecord)
        : null,
    keyField: definition.key[0] ?? definition.day,
    title: (values) => named(definition, values, titleFields(definition)).slice(0, MAX_TITLE) || null,
    summary: (values) => {
      const shown = titleFields(definition);
      const others = definition.columns.filter((name) => !shown.includes(name));
      return named(definition, values, others).slice(0, MAX_SUMMARY);
    },
  };
}

function titleFields({ key, columns, repeatable }: LedgerDefinition): readonly string[] {
  return repeatable ? columns.slice(0, 3) : key;
}

/** Values of some fields as people write them, between middle dots. */
function named(definition: LedgerDefinition, values: Partial<EntryPatch>, fields: readonly string[]): string {
  return fields
    .map((name) => {
      const field = definition.fields[name];
      const value = values[name];
      return field === undefined || value === undefined || value === null ? '' : valueText(field, value);
    })
    .filter((text) => text !== '')
    .join(' · ');
}

/** Days that tell what has happened: one that has not come yet is remarked. */
function futureFields({ place, day, due, fields }: LedgerDefinition): readonly string[] {
  if (place !== 'records') return NONE;
  const days = new Set([day, due?.done ?? day]);
  if (due !== null) days.delete(due.on);
  return [...days].filter((name) => fields[name]?.type === 'date');
}

function judgeDays(row: RowInHand<EntryPatch>, fields: readonly string[]): void {
  if (row.today === undefined) return;
  for (const name of fields) {
    const day = row.values[name];
    if (typeof day === 'string' && day > row.today) row.add('DATE_FUTURE', name);
  }
}
