import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { isSwapUnsettled, STAGING, settleSwap, swapBook } from '#electron/application/backups/swap.ts';
import { cutOffAt } from '../access/support/cut-off.ts';

const AT = '2024-03-21T05:00:00Z';
const OLD = [
  'so-chat-luong.db',
  'so-chat-luong.db-wal',
  'keyring.json',
  'keyring.copy.json',
  'keyring.old.json',
];
const NEW = ['so-chat-luong.db', 'keyring.json', 'keyring.copy.json'];
const BESIDE = ['preferences.json', 'lock.db', 'backup-place.json'];

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A folder with a book, and another one unpacked in it. Each file says whose it is. */
function prepared(): string {
  const folder = mkdtempSync(join(tmpdir(), 'scl-swap-'));
  folders.push(folder);
  mkdirSync(join(folder, STAGING));
  for (const name of OLD) writeFileSync(join(folder, name), 'old');
  for (const name of BESIDE) writeFileSync(join(folder, name), 'beside');
  for (const name of NEW) writeFileSync(join(folder, STAGING, name), 'new');
  writeFileSync(join(folder, STAGING, 'lock.db'), 'new');
  return folder;
}

const book = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile() && !BESIDE.includes(entry.name))
      .map(({ name }) => [name, readFileSync(join(folder, name), 'utf8')]),
  );
const all = (names: readonly string[], text: string) => Object.fromEntries(names.map((name) => [name, text]));

describe('the exchange of a book', () => {
  it('that had not begun when it was cut off leaves its half-written journal to nobody', () => {
    const folder = prepared();
    writeFileSync(join(folder, 'restore.json.new'), '{"version":1,"fr');
    expect(isSwapUnsettled(folder)).toBe(true);
    settleSwap(folder);
    expect(isSwapUnsettled(folder)).toBe(false);
    expect(book(folder)).toEqual(all(OLD, 'old'));
  });

  it('moves the old one aside whole and leaves what is beside it', () => {
    const folder = prepared();
    swapBook(folder, STAGING, AT);
    expect(book(folder)).toEqual(all(NEW, 'new'));
    expect(book(join(folder, 'replaced', '2024-03-21T05-00-00Z'))).toEqual(all(OLD, 'old'));
    for (const name of BESIDE) expect(readFileSync(join(folder, name), 'utf8')).toBe('beside');
    expect(existsSync(join(folder, STAGING))).toBe(false);
    swapBook(folder, 'replaced/2024-03-21T05-00-00Z', AT);
    expect(book(folder)).toEqual(all(OLD, 'old'));
    expect(book(join(folder, 'replaced', '2024-03-21T05-00-00Z-2'))).toEqual(all(NEW, 'new'));
  });

  it('is either not begun or brought to its end, wherever it was cut off', () => {
    const counted = cutOffAt(Number.POSITIVE_INFINITY);
    swapBook(prepared(), STAGING, AT);
    counted.restore();
    expect(counted.count).toBeGreaterThan(20);
    let begun = 0;
    for (let n = 1; n <= counted.count; n += 1) {
      const folder = prepared();
      const cut = cutOffAt(n);
      try {
        swapBook(folder, STAGING, AT);
      } catch {
        // A change that the program can do without is passed over.
      }
      cut.restore();
      if (isSwapUnsettled(folder)) {
        begun += 1;
        // Cut off again on the way.
        const again = cutOffAt(4);
        try {
          settleSwap(folder);
        } catch {
          // It goes on at the next start.
        }
        again.restore();
        settleSwap(folder);
      }
      const done = readFileSync(join(folder, 'so-chat-luong.db'), 'utf8') === 'new';
      expect(book(folder)).toEqual(done ? all(NEW, 'new') : expect.objectContaining(all(OLD, 'old')));
      if (done) expect(book(join(folder, 'replaced', '2024-03-21T05-00-00Z'))).toEqual(all(OLD, 'old'));
      else expect(book(join(folder, STAGING))).toMatchObject(all(NEW, 'new'));
    }
    expect(begun).toBeGreaterThan(15);
  });
});
