import type { Connection } from './open-database.ts';

/**
 * Into an empty table rows go faster when the indexes for lists and figures are built afterwards. The index that keeps
 * codes unique stays. Returns what builds them again, to be called before the commit; null when the table has rows.
 */
export function withoutIndexesWhenEmpty(db: Connection): (() => void) | null {
  if (db.value('SELECT 1 FROM dossier LIMIT 1') !== undefined) return null;
  const indexes = db.all<{ name: string; sql: string }>(
    "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'dossier' AND sql IS NOT NULL AND name <> 'dossier_code' ORDER BY name",
  );
  for (const { name } of indexes) db.exec(`DROP INDEX "${name}"`);
  return () => {
    for (const { sql } of indexes) db.exec(sql);
  };
}
