import { mkdtempSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { openDatabase } from '#electron/persistence/open-database.ts';

const folder = mkdtempSync(join(tmpdir(), 'scl-temporary-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Temporary files that SQLite has open, also those that have no name any more. */
function temporaryFiles(): string[] {
  return readdirSync('/proc/self/fd').flatMap((fd) => {
    try {
      const file = readlinkSync(join('/proc/self/fd', fd));
      return file.includes('etilqs_') ? [file] : [];
    } catch {
      return [];
    }
  });
}

/** Sorts more than the cache holds and looks what is open meanwhile. */
function whileSorting(key: Uint8Array | undefined): string[] {
  const db = openDatabase(join(folder, `${key ? 'encrypted' : 'plain'}.db`), {
    fileMustExist: false,
    timeout: 0,
    key,
  });
  try {
    db.exec('PRAGMA cache_size = 10; CREATE TABLE t (x)');
    db.exec(
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60000) INSERT INTO t SELECT 'Nguyễn Thị Lộ ' || (i * 7919 % 60000) FROM n",
    );
    for (const _row of db.iterateRaw('SELECT x FROM t ORDER BY x')) return temporaryFiles();
    return [];
  } finally {
    db.close();
  }
}

it('an encrypted book leaves nothing in temporary files, where a plain one does', () => {
  expect(whileSorting(undefined).length).toBeGreaterThan(0);
  expect(whileSorting(new Uint8Array(32).fill(3))).toEqual([]);
});
