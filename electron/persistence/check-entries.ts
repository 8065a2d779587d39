import type { KnownEntry, StoreProblem } from '#electron/application/ports.ts';
import type { LedgerDefinition } from '#shared/domain/ledgers/definition.ts';
import { entryKey, recordBreaches } from '#shared/domain/ledgers/entry-rules.ts';
import { isLedgerId, ledgerOf } from '#shared/domain/ledgers/registry.ts';
import { brokenReferences } from './entry-refs.ts';
import { ALL_ENTRY_COLUMNS, type EntryRow, readEntry, writeEntry } from './entry-row.ts';
import type { Connection } from './open-database.ts';

const PAGE = `SELECT ${ALL_ENTRY_COLUMNS.join(', ')} FROM entry WHERE id > ? ORDER BY id LIMIT 5000`;

/**
 * Entries that break a rule of their ledger, refer to nothing, or whose derived columns are not those that the rules
 * derive; at most `limit`.
 */
export function checkEntries(db: Connection, limit: number): StoreProblem[] {
  const problems: StoreProblem[] = [];
  // In pages: an open iterator would keep references from being looked up.
  for (let rows = db.allRaw<EntryRow>(PAGE, 0); rows.length > 0; ) {
    for (const row of rows) {
      const problem = problems.length < limit ? rowProblem(db, row) : null;
      if (problem) problems.push(problem);
    }
    rows = db.allRaw<EntryRow>(PAGE, rows.at(-1)?.[0] as number);
  }
  return problems;
}

function rowProblem(db: Connection, row: EntryRow): StoreProblem | null {
  const [id, ledger] = row as readonly [number, string];
  const problem = (column: string | null, rule: string | null): StoreProblem => ({
    code: 'DERIVED',
    params: { ledger, id, column, rule },
  });
  if (!isLedgerId(ledger)) return problem('ledger', null);
  try {
    const entry = readEntry(row);
    const definition = ledgerOf(ledger);
    const [breach] = recordBreaches(definition, entry.record);
    if (breach) return problem(breach.field, breach.code);
    if (!isKeyOf(definition, entry)) return problem('key', null);
    const values = writeEntry(entry);
    const wrong = ALL_ENTRY_COLUMNS.find((_, place) => values[place] !== row[place]);
    if (wrong !== undefined) return problem(wrong, null);
    const [broken] = entry.deleted ? [] : brokenReferences(db, ledger, entry.record);
    return broken === undefined ? null : problem(broken, 'REF_UNKNOWN');
  } catch {
    return problem(null, null);
  }
}

/** In a repeatable ledger any number may tell an entry from others that say the same. */
function isKeyOf(definition: LedgerDefinition, { key, record }: KnownEntry): boolean {
  const occurrence = definition.repeatable ? Number(/\d+$/.exec(key)?.[0] ?? 0) : 1;
  return occurrence >= 1 && key === entryKey(definition, record, occurrence);
}
