import type { StoreProblem } from '#electron/application/ports.ts';
import { sha256Hex } from '#electron/common/sha256.ts';
import { DOSSIER_LOG, ENTRY_LOG } from './change-log.ts';
import type { Connection } from './open-database.ts';

/**
 * What stands beside the records: ids that would be given twice, documents that cannot be read, archived reports that
 * are not the files that were signed.
 */
export function checkOffice(db: Connection): StoreProblem[] {
  return [...counters(db), ...documents(db), ...reports(db)];
}

/** The next id lies behind every one that was ever given. */
function counters(db: Connection): StoreProblem[] {
  const wrong = [DOSSIER_LOG, ENTRY_LOG].filter(({ records, changes }) => {
    const next = db.value<number>('SELECT value FROM counter WHERE name = ?', records) ?? 1;
    const ofKind = records === 'dossier' ? "kind = 'dossiers'" : "kind <> 'dossiers'";
    const last = db.value<number>(
      `SELECT max((SELECT coalesce(max(id), 0) FROM ${records}), (SELECT coalesce(max(${records}), 0) FROM ${changes}),
         (SELECT coalesce(max(last_id), 0) FROM import WHERE ${ofKind}))`,
    );
    return next <= (last ?? 0);
  });
  return wrong.map(({ records }) => ({ code: 'COUNTER', params: { name: records } }));
}

function documents(db: Connection): StoreProblem[] {
  return db
    .column<string>('SELECT key FROM document WHERE NOT json_valid(value)')
    .map((key) => ({ code: 'DOCUMENT', params: { key } }));
}

function reports(db: Connection): StoreProblem[] {
  const problems: StoreProblem[] = [];
  // One by one: a file may have megabytes.
  for (const id of db.column<number>('SELECT id FROM report ORDER BY id')) {
    const row = db.getRaw<[Uint8Array, string, number]>(
      'SELECT pdf, sha256, json_valid(json) FROM report WHERE id = ?',
      id,
    );
    if (!row) continue;
    const [pdf, sha256, isJson] = row;
    if (isJson !== 1) problems.push({ code: 'REPORT', params: { id, part: 'json' } });
    if (sha256Hex(pdf) !== sha256) problems.push({ code: 'REPORT', params: { id, part: 'pdf' } });
  }
  return problems;
}
