// Writes a workbook (first argument) whose records never end; says so once the first ones are on their way.
import { writeSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { writeRecords } from '#electron/export/write-records.ts';
import { typedDossier } from '../../crash/support/lists.ts';
import { randomOf } from '../../crash/support/random.ts';

async function* records(): AsyncGenerator<object[]> {
  const random = randomOf(1);
  for (let n = 0; ; n += 500) {
    yield Array.from({ length: 500 }, (_, i) => typedDossier(`GO-${n + i}`, 'xuất', random));
    if (n === 5000) writeSync(1, 'writing\n');
    await pause(1);
  }
}

await writeRecords('dossiers', records(), process.argv[2] ?? '');
