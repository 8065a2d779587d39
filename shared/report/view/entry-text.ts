import type { AnyRecord } from '../../domain/ledgers/definition.ts';
import { type LedgerId, ledgerOf } from '../../domain/ledgers/registry.ts';
import { formatDate, parseIsoDate } from '../../domain/local-date.ts';
import { formatCount } from '../../i18n/format.ts';
import { ledgers as ledgerWords } from '../../i18n/vi/ledgers.ts';
import { recordsPaper as words } from '../../i18n/vi/recordsPaper.ts';

/** What a reference names; null where it is not known. */
export type NameOf = (ledger: string, code: string) => string | null;

/** Fields in which people write freely about citizens: they are never put on a list. */
const PRIVATE: ReadonlySet<string> = new Set([
  'petitions.subject',
  'petitions.senderName',
  'survey-answers.note',
]);

/**
 * What people recognise an entry by, in Vietnamese: its key, with the name beside a code alone (`CB01 · Nguyễn Văn A`);
 * where entries may say the same, the first fields of their table.
 */
export function entryName(ledger: LedgerId, record: AnyRecord, nameOf: NameOf): string {
  const { key, columns, repeatable } = ledgerOf(ledger);
  const fields = repeatable ? columns.slice(0, 3) : key.length === 1 ? columns.slice(0, 2) : key;
  return fields
    .filter((name) => !PRIVATE.has(`${ledger}.${name}`))
    .map((name) => fieldText(ledger, name, record, nameOf))
    .filter((part) => part !== '')
    .join(' · ');
}

/** The value of a field in words; empty where nothing is recorded. */
export function fieldText(ledger: LedgerId, name: string, record: AnyRecord, nameOf: NameOf): string {
  const field = ledgerOf(ledger).fields[name];
  const value = record[name];
  if (value === null || value === undefined || value === '') return '';
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'number') return field?.type === 'year' ? String(value) : formatCount(value, 'vi');
  switch (field?.type) {
    case 'date': {
      const day = parseIsoDate(value);
      return day === null ? value : formatDate(day);
    }
    case 'month':
      return `${value.slice(5)}/${value.slice(0, 4)}`;
    case 'choice':
      return choice(ledger, name, value);
    case 'ref': {
      const named = field.ref === null ? null : nameOf(field.ref, value);
      return named === null ? value : `${value} ${named}`;
    }
    default:
      return value;
  }
}

function choice(ledger: LedgerId, name: string, value: string): string {
  const choices: Readonly<Record<string, Readonly<Record<string, string>>>> = ledgerWords[ledger].choices;
  return choices[name]?.[value] ?? value;
}
