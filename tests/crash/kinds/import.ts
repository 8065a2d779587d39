import { join } from 'node:path';
import type { Kind } from '../support/kind.ts';
import { writeList } from '../support/lists.ts';

const LIST = 600;

/** Lists that bring new, changed, unchanged and bad rows, one after the other. */
export const importing: Kind = {
  async cycle(desk, told, random, cycle) {
    const path = join(desk.places.lists, `dot-${cycle}.csv`);
    // Half of it is known from the office's first list or the list before.
    writeList(path, { from: 101 + cycle * 300, rows: LIST, bad: 50, mark: random() < 0.5 ? 'B' : 'A' });
    told.about({ path });
    const { importId, read, added, updated, unchanged, bad } = await desk.import(path);
    told.done({ importId, read, added, updated, unchanged, bad });
  },
  async look(desk, { about, done }) {
    const faults: string[] = [];
    const imports = (await desk.call('imports.list', {})).slice(0, -1);
    if (imports.length < done.length || imports.length > about.length)
      faults.push(`${done.length} imports were acknowledged, ${imports.length} are there`);
    for (const line of done) {
      const kept = imports.find(({ id }) => id === line.importId);
      for (const name of ['read', 'added', 'updated', 'unchanged', 'bad'] as const)
        if (kept?.[name] !== line[name])
          faults.push(`import ${line.importId}: ${name} was ${line[name]}, is ${kept?.[name]}`);
    }
    const each = await Promise.all(
      imports.map(({ id }) => desk.call('dossiers.index', { filter: { importId: id } })),
    );
    for (const [index, { id, read, added, updated, unchanged, bad }] of imports.entries()) {
      if (read !== LIST || read !== added + updated + unchanged + bad)
        faults.push(`import ${id} read ${read} rows of ${LIST}: ${added}+${updated}+${unchanged}+${bad}`);
      if ((each[index]?.ids.length ?? 0) < added)
        faults.push(`import ${id} added ${added} rows, fewer are there`);
    }
    return faults;
  },
};
