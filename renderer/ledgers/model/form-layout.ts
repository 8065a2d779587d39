import type { LedgerDefinition } from '#shared/domain/ledgers/definition.ts';
import type { Field, FieldType } from '#shared/domain/ledgers/field.ts';

const WIDE: ReadonlySet<FieldType> = new Set(['long-text', 'ref', 'procedure', 'objective', 'dossier']);

function needsWidth(field: Field): boolean {
  return WIDE.has(field.type) || (field.type === 'text' && field.max > 200);
}

/** Fields that take the whole width of the form: long ones, and those that would stand alone in a line of two. */
export function wideFields(ledger: LedgerDefinition): ReadonlySet<string> {
  const wide = new Set<string>();
  let waiting: string | null = null;
  for (const [name, field] of Object.entries(ledger.fields)) {
    if (needsWidth(field)) {
      wide.add(name);
      if (waiting !== null) wide.add(waiting);
      waiting = null;
    } else waiting = waiting === null ? name : null;
  }
  if (waiting !== null) wide.add(waiting);
  return wide;
}
