// One measurement with the log or without it: prints the milliseconds of each of some rounds, the first not counted.
// Arguments: with | without, entry | import, how many saves or rows, rounds.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [mode, what, size = '1000', rounds = '1'] = process.argv.slice(2);
if (mode === 'without') {
  const url = pathToFileURL(join(import.meta.dirname, 'no-log-writer.ts')).href;
  registerHooks({
    resolve(specifier, context, next) {
      const fromTransaction = context.parentURL?.endsWith('/persistence/transaction.ts') === true;
      return fromTransaction && specifier.endsWith('/log-writer.ts')
        ? { url, shortCircuit: true }
        : next(specifier, context);
    },
  });
}
// After the hook, so that it counts for them.
const { entries, list } = await import('./deeds.ts');
const folder = mkdtempSync(join(tmpdir(), 'scl-log-'));
try {
  const times: object[] = [];
  for (let round = 0; round <= Number(rounds); round += 1) {
    const place = join(folder, String(round));
    mkdirSync(place);
    const { logged, ...time } = await (what === 'entry' ? entries : list)(place, Number(size));
    // Either way it must be what it says.
    if (logged !== (mode === 'with')) throw new Error(`logged: ${logged}, and it is ${mode} the log`);
    times.push(time);
  }
  process.stdout.write(`${JSON.stringify(times.slice(1))}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
