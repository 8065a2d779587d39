// npm run guide: takes the pictures of the user guide from the real program (tests/guide/pictures) into
// resources/guide/pictures, and the one of the README. What is no longer taken is removed.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import UPNG from 'upng-js';
import { playwrightLine, runInWindows, testOutput, tidyOutput } from './as-user.mjs';
import { buildIfStale } from './build.mjs';
import { projectRoot, runMain, SetupError, say } from './common.mjs';
import { prepare } from './prepare.mjs';

/** Stands in the README too. */
const README_PICTURE = 'tong-quan.png';
/** Bytes of all pictures together; they go into every package. */
const MOST_BYTES = 3 * 1024 * 1024;

/** The same picture in at most 256 colours: a third of the size, and no eye sees it on a screen of an office program. */
function smaller(png) {
  const picture = UPNG.decode(png);
  const [pixels] = UPNG.toRGBA8(picture);
  return Buffer.from(UPNG.encode([pixels], picture.width, picture.height, 256));
}

/** How far a channel of a dot may be off before an eye could tell, of 255, and how many dots may be further off. */
const NEAR = 24;
const FEW = 12;

/**
 * Whether two pictures look the same: edges of letters are smoothed a shade differently from run to run, and a picture
 * that only that has changed in would fill the history of the repository.
 */
function alike(one, other) {
  const [a, b] = [UPNG.decode(one), UPNG.decode(other)];
  if (a.width !== b.width || a.height !== b.height) return false;
  const [[p], [q]] = [UPNG.toRGBA8(a), UPNG.toRGBA8(b)].map((frames) =>
    frames.map((each) => new Uint8Array(each)),
  );
  let off = 0;
  for (let dot = 0; dot < p.length; dot += 4) {
    const far = Math.max(...[0, 1, 2].map((channel) => Math.abs(p[dot + channel] - q[dot + channel])));
    if (far > NEAR) off += 1;
  }
  return off <= FEW;
}

await runMain(async () => {
  const electron = await prepare('tests');
  await buildIfStale();
  const output = testOutput();
  const args = ['--config', 'tests/guide/pictures/playwright.config.ts', ...process.argv.slice(2)];
  const status = await runInWindows(electron, playwrightLine(args), { output });
  const taken = join(output, 'pictures');
  if (status !== 0 || !existsSync(taken)) {
    tidyOutput(output, true);
    return status || 1;
  }
  const folder = join(projectRoot, 'resources', 'guide', 'pictures');
  // A part of the run (arguments were given) replaces only what it took.
  mkdirSync(folder, { recursive: true });
  const takenNames = new Set(readdirSync(taken));
  if (process.argv.length === 2)
    for (const name of readdirSync(folder)) if (!takenNames.has(name)) rmSync(join(folder, name));
  for (const name of takenNames) {
    const picture = smaller(readFileSync(join(taken, name)));
    const kept = join(folder, name);
    if (existsSync(kept) && alike(readFileSync(kept), picture)) continue;
    say(`new: ${name}`);
    writeFileSync(kept, picture);
    if (name === README_PICTURE) writeFileSync(join(projectRoot, 'docs', 'images', name), picture);
  }
  tidyOutput(output, false);
  const names = readdirSync(folder);
  const bytes = names.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  say(`${names.length} pictures, ${(bytes / 1024).toFixed(0)} kB`);
  if (bytes > MOST_BYTES)
    throw new SetupError(`the pictures are larger than ${MOST_BYTES / 1024} kB together`);
  return 0;
});
