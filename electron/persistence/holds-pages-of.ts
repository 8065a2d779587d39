import { closeSync, openSync, readSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { DATABASE_FILE } from '#electron/common/book-files.ts';
import { openDatabase } from './open-database.ts';
import { wipeFile } from './wipe-file.ts';

/** Of SQLite's default, which the program never changes, bytes. */
const PAGE = 4096;
/** Pages that are tried after the first: tables have their roots there. */
const TRIED = 64;
/** A passing file in the folder; encrypted like the book. */
const PROBE = 'probe.db';

/**
 * Whether any of the first pages of a folder's database, but the very first, was written with a key. A database whose
 * first page cannot be read is damaged there, or it is another book's: SQLite tells the two by the same code. Each page
 * is authentic by itself, so pages are put under the first page of a new database with that key and read there.
 * False also where the file is too short to tell. Throws what the system says.
 */
export function holdsPagesOf(dataDir: string, key: Uint8Array): boolean {
  const path = join(dataDir, DATABASE_FILE);
  const probe = join(dataDir, PROBE);
  const last = Math.min(TRIED + 1, Math.floor(statSync(path).size / PAGE));
  if (last < 2) return false;
  try {
    wipeProbe(probe);
    makeProbe(probe, key, last);
    copyPages(path, probe, last);
    return anyReads(probe, key, last);
  } finally {
    wipeProbe(probe);
  }
}

/** One empty table a page, from the second page on. */
function makeProbe(probe: string, key: Uint8Array, last: number): void {
  const db = openDatabase(probe, { fileMustExist: false, timeout: 0, key });
  try {
    db.pragma('journal_mode = MEMORY');
    // Few characters each, so that all of them fit on the first page.
    for (let page = 2; page <= last; page += 1) db.exec(`CREATE TABLE t${page}(x)`);
  } finally {
    db.close();
  }
}

function copyPages(from: string, to: string, last: number): void {
  const source = openSync(from, 'r');
  const target = openSync(to, 'r+');
  const page = Buffer.alloc(PAGE);
  try {
    for (let number = 2; number <= last; number += 1) {
      readSync(source, page, 0, PAGE, (number - 1) * PAGE);
      writeSync(target, page, 0, PAGE, (number - 1) * PAGE);
    }
  } finally {
    closeSync(target);
    closeSync(source);
  }
}

function anyReads(probe: string, key: Uint8Array, last: number): boolean {
  const db = openDatabase(probe, { fileMustExist: true, timeout: 0, key });
  try {
    for (let page = 2; page <= last; page += 1) {
      try {
        db.column(`SELECT rowid FROM t${page} LIMIT 1`);
        return true;
      } catch {
        // Written with another key, damaged, or no page of a table.
      }
    }
    return false;
  } finally {
    db.close();
  }
}

function wipeProbe(probe: string): void {
  for (const suffix of ['', '-journal', '-wal']) wipeFile(probe + suffix);
}
