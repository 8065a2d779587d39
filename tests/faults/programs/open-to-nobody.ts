// Works in an office (first argument) under whatever umask this process has, and prints what others may touch.
import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Desk, placesOf } from '../../crash/support/desk.ts';
import { writeList } from '../../crash/support/lists.ts';
import { TEST_PASSPHRASE } from '../../support/secrets.ts';

const folder = process.argv[2] ?? '';
for (const place of Object.values(placesOf(folder))) mkdirSync(place, { recursive: true });
const desk = new Desk(folder);
const { data, lists } = desk.places;
await desk.found();
writeList(join(lists, 'dot-dau.csv'), { from: 1, rows: 50, bad: 0, mark: 'A' });
await desk.import(join(lists, 'dot-dau.csv'));
await desk.call('keys.create', { name: 'Khóa thử', passphrase: TEST_PASSPHRASE });
await desk.call('app.setPreferences', { language: 'en', colourScheme: 'dark', lockMinutes: 10 });
await desk.call('backups.now', {});
// While it is open: the log of the database and the lock too.
const open = ['.', ...readdirSync(data, { recursive: true }).map(String)].filter(
  (name) => (statSync(join(data, name)).mode & 0o077) !== 0,
);
const seen = readdirSync(data);
await desk.close();
process.stdout.write(`${JSON.stringify({ open, seen })}\n`);
