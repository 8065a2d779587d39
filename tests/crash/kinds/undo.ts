import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Kind } from '../support/kind.ts';
import { writeList } from '../support/lists.ts';

const list = (folder: string): string => join(folder, 'lists', 'dot-hai.csv');
const states = (folder: string): string => join(folder, 'states.json');

/** An import is taken back and made again, over and over: the book is always one of two. */
export const undo: Kind = {
  async prepare(desk, folder) {
    writeList(list(folder), { from: 150, rows: 500, bad: 0, mark: 'B' });
    const without = await desk.digest();
    await desk.import(list(folder));
    writeFileSync(states(folder), JSON.stringify([without, await desk.digest()]));
  },
  async cycle(desk, told) {
    const [last] = await desk.call('imports.list', {});
    if (last === undefined) throw new Error('no import');
    told.about({ undone: last.id });
    await desk.call('imports.undo', { importId: last.id });
    told.done({ undone: last.id });
    told.about({ imported: true });
    await desk.import(join(desk.places.lists, 'dot-hai.csv'));
    told.done({ imported: true });
  },
  async look(desk, { about, done }, folder) {
    const [without, withIt] = JSON.parse(readFileSync(states(folder), 'utf8')) as [string, string];
    const stateAfter = (line: (typeof done)[number] | undefined): string =>
      line?.undone === undefined ? withIt : without;
    const may = [stateAfter(done.at(-1))];
    if (about.length > done.length) may.push(stateAfter(about.at(-1)));
    const faults = may.includes(await desk.digest())
      ? []
      : ['the book is neither the one before nor the one after'];
    const undone = (await desk.call('imports.list', {}))
      .filter(({ undoneAt }) => undoneAt !== null)
      .map(({ id }) => id);
    for (const line of done)
      if (typeof line.undone === 'number' && !undone.includes(line.undone))
        faults.push(`import ${line.undone} was taken back and stands again`);
    return faults;
  },
};
