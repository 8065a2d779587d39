import type { KnownEntry } from '#electron/application/ports.ts';
import type { AnyRecord } from '#shared/domain/ledgers/definition.ts';
import { entryTitle, refKey } from '#shared/domain/ledgers/entry-rules.ts';
import { isLedgerId, LEDGER_IDS, type LedgerId, ledgerOf } from '#shared/domain/ledgers/registry.ts';
import { ENTRY_COLUMNS, type EntryRow, readEntry } from './entry-row.ts';
import type { Connection } from './open-database.ts';

const SELECT = `SELECT ${ENTRY_COLUMNS.join(', ')} FROM entry`;

/** A field of a ledger whose values name entries of another one. */
export interface Reference {
  readonly ledger: LedgerId;
  readonly field: string;
  readonly to: LedgerId;
}

const REFERENCES: readonly Reference[] = LEDGER_IDS.flatMap((ledger) =>
  Object.entries(ledgerOf(ledger).fields).flatMap(([field, { ref }]) =>
    ref !== null && isLedgerId(ref) ? [{ ledger, field, to: ref }] : [],
  ),
);

/** References that the entries of a ledger hold. */
export function referencesOf(ledger: LedgerId): readonly Reference[] {
  return REFERENCES.filter((reference) => reference.ledger === ledger);
}

/** The JSON path of a field in `record`; names of fields are letters only. */
export function pathOf(field: string): string {
  return `$.${field}`;
}

/** The values of a field, as written, that name one of the entries with these keys. */
export function writtenReferences(
  db: Connection,
  { ledger, field }: Reference,
  keys: ReadonlySet<string>,
): string[] {
  return db
    .allRaw<[string | null]>(
      'SELECT DISTINCT json_extract(record, ?) FROM entry WHERE ledger = ?',
      pathOf(field),
      ledger,
    )
    .flatMap(([value]) => (value !== null && keys.has(refKey(value)) ? [value] : []));
}

/** Not deleted entries, of whichever ledger, that name one of the entries with these keys. */
export function referringEntries(
  db: Connection,
  to: LedgerId,
  keys: ReadonlySet<string>,
  limit: number,
): KnownEntry[] {
  const found: KnownEntry[] = [];
  for (const reference of REFERENCES) {
    if (reference.to !== to || found.length >= limit) continue;
    const written = writtenReferences(db, reference, keys);
    if (written.length === 0) continue;
    const rows = db.allRaw<EntryRow>(
      `${SELECT} WHERE ledger = ? AND deleted = 0 AND json_extract(record, ?) IN (SELECT value FROM json_each(?))
       ORDER BY id LIMIT ?`,
      reference.ledger,
      pathOf(reference.field),
      JSON.stringify(written),
      limit - found.length,
    );
    found.push(...rows.map(readEntry));
  }
  return found;
}

/** The fields of a record whose reference names no entry, or a deleted one. */
export function brokenReferences(db: Connection, ledger: LedgerId, record: AnyRecord): string[] {
  return referencesOf(ledger).flatMap(({ field, to }) => {
    const value = record[field];
    if (typeof value !== 'string') return [];
    const there = db.value(
      'SELECT 1 FROM entry WHERE ledger = ? AND key = ? AND deleted = 0',
      to,
      refKey(value),
    );
    return there === undefined ? [field] : [];
  });
}

/** How people name an entry. */
export function titleOfEntry(db: Connection, id: number): string {
  const row = db.getRaw<EntryRow>(`${SELECT} WHERE id = ?`, id);
  if (!row) return '';
  const { ledger, record } = readEntry(row);
  return entryTitle(ledgerOf(ledger), record);
}

/** How people name those entries, at most `limit`, that refer to what undoing an import would take away. */
export function referrersOfImport(
  db: Connection,
  ledger: LedgerId,
  added: { readonly changeSet: number; readonly first: number; readonly last: number },
  limit: number,
): string[] {
  if (!REFERENCES.some(({ to }) => to === ledger)) return [];
  const keys = db.column<string>(
    `SELECT key FROM entry WHERE deleted = 0 AND id BETWEEN ? AND ? AND created_in = ?
     UNION
     SELECT e.key FROM entry_change c JOIN entry e ON e.id = c.entry
     WHERE c.change_set = ? AND e.deleted = 0 AND json_extract(c.fields, '$.deleted') IS NOT NULL`,
    added.first,
    added.last,
    added.changeSet,
    added.changeSet,
  );
  return referringEntries(db, ledger, new Set(keys), limit).map(({ ledger: id, record }) =>
    entryTitle(ledgerOf(id), record),
  );
}
