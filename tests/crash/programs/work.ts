// Does the work of a kind in a copy of its office until it is killed; writes a line before and after every deed.
// Arguments: kind, folder, seed, cycles (as many as one likes; the calibration asks for one).
import { writeSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { isKind, KINDS } from '../kinds.ts';
import { Desk } from '../support/desk.ts';
import type { Line } from '../support/kind.ts';
import { randomOf } from '../support/random.ts';

const [name = '', folder = '', seed = '0', cycles = '1'] = process.argv.slice(2);
if (!isKind(name)) throw new RangeError(`no kind ${name}`);
const kind = await KINDS[name]();
// Synchronously: a line that was written is in the pipe, whatever happens next.
const say = (what: string, line: Line = {}): void =>
  void writeSync(1, `${JSON.stringify({ what, ...line })}\n`);
const told = { about: (line: Line) => say('about', line), done: (line: Line) => say('done', line) };

const desk = new Desk(folder);
const random = randomOf(Number(seed));
if (kind.opens !== true) await desk.signIn();
say('ready');
for (let cycle = 0; cycle < Number(cycles); cycle += 1) await kind.cycle(desk, told, random, cycle);
say('end');
// One that was to be killed waits for it.
if (Number(cycles) > 1) await pause(60_000);
await desk.close();
