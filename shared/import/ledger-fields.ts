import type { LedgerDefinition } from '../domain/ledgers/definition.ts';
import type { Field, FieldType } from '../domain/ledgers/field.ts';
import type { FieldParser, ImportField } from './fields.ts';
import { foldKey } from './parse-words.ts';

const PARSER_OF: Readonly<Record<FieldType, FieldParser>> = {
  text: 'text',
  'long-text': 'long-text',
  code: 'sign',
  ref: 'sign',
  dossier: 'sign',
  procedure: 'procedure',
  objective: 'objective',
  date: 'date',
  month: 'month',
  year: 'year',
  count: 'count',
  hours: 'hours',
  percent: 'percent',
  choice: 'choice',
  'yes-no': 'yes-no',
};
const TEXTS: ReadonlySet<FieldParser> = new Set(['text', 'long-text', 'sign', 'procedure', 'objective']);

/** The fields that a list of a ledger can give, from the ledger's definition. */
export function ledgerImportFields(definition: Pick<LedgerDefinition, 'fields'>): readonly ImportField[] {
  return Object.entries(definition.fields).map(([name, field]) => importField(name, field));
}

function importField(name: string, field: Field): ImportField {
  const parser = PARSER_OF[field.type];
  return {
    field: name,
    required: field.required,
    parser,
    synonyms: field.headings.split('|'),
    // The headings of a ledger are its own: a cell below one that cannot be read is to be corrected.
    overUnreadable: 'keep',
    ...(TEXTS.has(parser) && { maxLength: field.max }),
    ...(field.choices !== null && { words: wordsOf(field.choices), names: namesOf(field.choices) }),
  };
}

/** Folded words of every value, and the values themselves; a word that two values claim means the first. */
function wordsOf(choices: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  for (const [value, text] of Object.entries(choices)) {
    for (const word of [...text.split('|'), value]) {
      const key = foldKey(word);
      if (!words.has(key)) words.set(key, value);
    }
  }
  return words;
}

function namesOf(choices: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(choices).map(([value, text]) => [value, text.split('|')[0] ?? value]),
  );
}
