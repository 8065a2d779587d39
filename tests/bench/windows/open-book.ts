import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Copies a book that opens to everybody into a new data folder, as the sample commune: the only one that the program opens
 * without a passphrase, which the measured window must not wait for.
 */
export function layOpenBook(book: string, dataDir: string): void {
  mkdirSync(dataDir, { recursive: true });
  cpSync(book, join(dataDir, 'sample'), { recursive: true });
  writeFileSync(
    join(dataDir, 'preferences.json'),
    JSON.stringify({ language: 'vi', colourScheme: 'auto', sample: true, lastLogin: null }),
  );
}
