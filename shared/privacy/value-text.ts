import type { Suspension } from '../domain/dossier.ts';
import { type LedgerId, ledgerOf } from '../domain/ledgers/registry.ts';
import { formatDate, parseIsoDate } from '../domain/local-date.ts';
import { dossiers as words } from '../i18n/vi/dossiers.ts';
import { ledgers as ledgerWords } from '../i18n/vi/ledgers.ts';
import type { ImportKind } from '../ipc/contract/imports.ts';

type Words = Readonly<Record<string, string>>;

/** What a field is called, in Vietnamese; the name as it is where the program has no word (a heading of a list). */
export function fieldLabel(ledger: ImportKind, field: string): string {
  const labels: Words = ledger === 'dossiers' ? words.fields : ledgerWords[ledger].fields;
  return labels[field] ?? field;
}

/** A kept value in words, in Vietnamese. */
export function valueText(ledger: ImportKind, field: string, value: string): string {
  const day = parseIsoDate(value);
  if (day !== null) return formatDate(day);
  return ledger === 'dossiers' ? dossierText(field, value) : entryText(ledger, field, value);
}

const DOSSIER_WORDS: Readonly<Record<string, Words>> = {
  channel: words.channel,
  status: words.status,
  outcome: words.outcome,
  componentsDigitised: words.digitised,
  resultDigitised: words.digitised,
  inSoftware: { true: words.yesNo.yes, false: words.yesNo.no },
  paperParallel: { true: words.yesNo.yes, false: words.yesNo.no },
};

function dossierText(field: string, value: string): string {
  if (field === 'suspensions') return (JSON.parse(value) as Suspension[]).map(suspensionText).join('; ');
  return DOSSIER_WORDS[field]?.[value] ?? value;
}

const suspensionText = ({ kind, from, to }: Suspension): string =>
  `${words.status[kind]} ${formatDate(from)}–${to === null ? '…' : formatDate(to)}`;

function entryText(ledger: LedgerId, field: string, value: string): string {
  const definition = ledgerOf(ledger).fields[field];
  if (definition?.type === 'yes-no') return value === 'true' ? words.yesNo.yes : words.yesNo.no;
  if (definition?.type !== 'choice') return value;
  const choices: Readonly<Record<string, Words>> = ledgerWords[ledger].choices;
  return choices[field]?.[value] ?? value;
}
