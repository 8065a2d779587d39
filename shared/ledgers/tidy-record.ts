import { comparableText } from '../domain/comparable-text.ts';
import type { AnyRecord, LedgerDefinition } from '../domain/ledgers/definition.ts';
import type { FieldType, FieldValue } from '../domain/ledgers/field.ts';

/** Signs that cannot be typed and would not be seen: controls but tab and line end. */
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;
const LONE_SURROGATES = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * A text as it is kept: composed accents, no blanks at its ends, no control signs; what is seen of it on one line where
 * the field is one line, lines without blanks at their ends where it has several. Null for a text without a sign.
 */
export function tidyText(text: string, type: FieldType): string | null {
  const clean = text.replace(CONTROLS, ' ').replace(LONE_SURROGATES, '').normalize('NFC');
  const tidy =
    type === 'long-text' ? clean.replace(/[^\S\n]*\r?\n|\r/gu, '\n').trim() : comparableText(clean);
  return tidy === '' ? null : tidy;
}

/**
 * A record with every field of its ledger and nothing else, in the form in which it is kept: texts tidy, what was not
 * given null. Whether its values may be kept is another matter (`recordBreaches`).
 */
export function tidyRecord(
  ledger: Pick<LedgerDefinition, 'fields'>,
  values: Readonly<Record<string, FieldValue | undefined>>,
): AnyRecord {
  return Object.fromEntries(
    Object.entries(ledger.fields).map(([name, field]) => {
      const value = Object.hasOwn(values, name) ? (values[name] ?? null) : null;
      return [name, typeof value === 'string' ? tidyText(value, field.type) : value];
    }),
  );
}
