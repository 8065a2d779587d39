// Works in an office whose copies and saved files go to a stick that is pulled out, or fails, in the middle of each;
// prints what was said and what is on the stick when it is plugged in again, as one line of JSON.
// Arguments: folder, how: `pulled` or `failing`. In a mount name space of its own, as root.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Desk, placesOf } from '../../crash/support/desk.ts';
import { typedDossier, writeList } from '../../crash/support/lists.ts';
import { randomOf } from '../../crash/support/random.ts';
import { TEST_PASSPHRASE } from '../../support/secrets.ts';

const [folder = '', how = 'pulled'] = process.argv.slice(2);
const { stick } = placesOf(folder);
const saved = join(stick, 'luu');
const medium = join(folder, 'medium');
const image = join(medium, 'image');
const run = (file: string, ...args: string[]): string => execFileSync(file, args, { encoding: 'utf8' });
const plug = (): void => {
  if (!isPlugged()) run('mount', '-o', 'loop', image, stick);
};
const isPlugged = (): boolean => existsSync(saved);

/** A stick of 24 MB. What it is made of grows with what is written, up to what the memory under it allows. */
for (const place of [...Object.values(placesOf(folder)), medium]) mkdirSync(place, { recursive: true });
run('mount', '-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', medium);
run('truncate', '-s', '24M', image);
run('mkfs.ext4', '-q', '-F', '-O', '^has_journal', '-E', 'lazy_itable_init=0,nodiscard', image);
run('mount', '-o', 'loop', image, stick);
mkdirSync(saved);

const desk = new Desk(folder);
await desk.found();
writeList(join(desk.places.lists, 'dot-dau.csv'), { from: 1, rows: 3000, bad: 0, mark: 'A' });
await desk.import(join(desk.places.lists, 'dot-dau.csv'));
await desk.call('keys.create', { name: 'Khóa thử', passphrase: TEST_PASSPHRASE });
const [key] = await desk.call('keys.list', {});
const period = '2024-Q1';
const draft = await desk.call('reports.draft', { period });
const reasons = Object.fromEntries(draft.checks.map(({ code }) => [code, 'Đã xem.']));
await desk.call('reports.saveDraft', { period, text: { ...draft.text, reasons } });
const { id } = await desk.call('reports.sign', {
  period,
  key: { kind: 'app', keyId: key?.id ?? 0, passphrase: TEST_PASSPHRASE },
});

const target = (name: string): string => desk.file(join(saved, name));
let typed = 0;
const enter = (): Promise<unknown> => {
  const record = typedDossier(`GO-${typed}`, 'gõ', randomOf(typed));
  typed += 1;
  return desk.call('dossiers.save', { id: null, version: null, record, reason: 'bổ sung' });
};
const DEEDS = {
  export: () =>
    desk.call('dossiers.export', {
      filter: {},
      target: target('ho-so.xlsx'),
      task: 'xuat',
    }) as Promise<unknown>,
  report: () => desk.call('reports.export', { id, target: target('bao-cao.pdf') }) as Promise<unknown>,
  backup: () => desk.call('backups.now', {}) as Promise<unknown>,
};
for (const deed of Object.values(DEEDS)) await deed();

const wholes = (): string =>
  readdirSync(stick, { recursive: true })
    .map(String)
    .filter((name) => statSync(join(stick, name)).isFile() && /\.(pdf|xlsx|scl-backup)$/.test(name))
    .sort()
    .map(
      (name) =>
        `${name} ${createHash('sha256')
          .update(readFileSync(join(stick, name)))
          .digest('hex')}`,
    )
    .join('\n');
const passing = (): string[] =>
  [...readdirSync(stick), ...readdirSync(saved)].filter((name) => /\.(tmp|dang-ghi)$/.test(name));

/** Once something is being written; else the deed is done before anything could happen. */
async function pullWhileWriting(over: () => boolean): Promise<void> {
  while (!over()) {
    if (passing().length > 0) {
      run('umount', '-l', stick);
      return;
    }
    await nextTurn();
  }
}

const filler = join(medium, 'filler');
/** From now on what the stick has not held yet cannot be written to it: its memory takes nothing more. */
function wearOut(): void {
  try {
    writeFileSync(filler, Buffer.alloc(24 * 2 ** 20));
  } catch {
    // Until nothing more goes in.
  }
}

const said: Record<string, unknown> = {};
for (const [name, deed] of Object.entries(DEEDS)) {
  await enter();
  run('sync');
  const before = wholes();
  let over = false;
  if (how === 'failing') wearOut();
  const work = deed()
    .then(
      () => 'done',
      (error: unknown) => (error as { code?: unknown }).code ?? String(error),
    )
    .finally(() => {
      over = true;
    });
  if (how === 'pulled') await pullWhileWriting(() => over);
  const code = await work;
  // Nothing of it was written to the disk under the place where the stick had been.
  const beneath = how === 'pulled' ? readdirSync(stick) : [];
  await enter();
  const figures = await desk.call('evaluation.overview', { period });
  if (how === 'failing') {
    run('rm', '-f', filler);
    run('umount', '-l', stick);
  }
  plug();
  const same = wholes() === before;
  for (const left of passing()) {
    const path = [join(stick, left), join(saved, left)].find((each) => existsSync(each));
    if (path !== undefined) utimesSync(path, 0, 0);
  }
  const again = await deed().then(
    () => 'done',
    (error: unknown) => (error as { code?: unknown }).code ?? String(error),
  );
  said[name] = { code, beneath, figures: figures.evaluation.period.id, same, again, left: passing() };
}
said.sound = (await desk.call('app.check', {})).ok;
await desk.close();
run('umount', '-l', stick);
run('umount', '-l', medium);
process.stdout.write(`${JSON.stringify(said)}\n`);
