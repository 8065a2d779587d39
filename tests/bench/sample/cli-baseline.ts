import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { DATABASE_FILE } from '#electron/persistence/open-store.ts';
import { sampleFolder } from './folder.ts';
import { cacheFolder, workFolder } from './paths.ts';

/**
 * `sqlite3 .import --csv` of the rows as storage keeps them (numbers, folded text, facts: nothing is left to compute)
 * into a table with the same columns and indexes, in one transaction, written as durably as the program does.
 */
export class CliBaseline {
  readonly #csv: string;
  readonly #schema: string;
  readonly #filled: string | null;

  private constructor(csv: string, schema: string, filled: string | null) {
    this.#csv = csv;
    this.#schema = schema;
    this.#filled = filled;
  }

  /** `before`: number of other dossiers that are in the table already. */
  static async of(rows: number, before: number): Promise<CliBaseline> {
    const source = join(await sampleFolder(rows), DATABASE_FILE);
    const csv = join(cacheFolder(), `stored-${rows}.csv`);
    if (!existsSync(csv)) writeFileSync(csv, sqlite([source], '.mode csv\nSELECT * FROM dossier;\n'));
    const schema = looseSchema(source);
    if (before === 0) return new CliBaseline(csv, schema, null);
    const filled = join(workFolder('cli-before'), 'before.db');
    const rename = `ATTACH '${join(await sampleFolder(before), DATABASE_FILE)}' AS other;
      CREATE TEMP TABLE moved AS SELECT * FROM other.dossier;
      UPDATE moved SET id = id + 10000000, code = 'Z' || code, search = 'z' || search;
      INSERT INTO dossier SELECT * FROM moved;`;
    sqlite([filled], `${PRAGMAS}${schema}\n${rename}\n`);
    return new CliBaseline(csv, schema, filled);
  }

  /** Milliseconds of one import, the start of the process included (a few milliseconds). */
  run(): number {
    const path = join(workFolder('cli'), 'cli.db');
    if (this.#filled === null) sqlite([path], `${PRAGMAS}${this.#schema}`);
    else copyFileSync(this.#filled, path);
    const start = performance.now();
    sqlite([path], `${PRAGMAS}.import --csv ${this.#csv} dossier\n`);
    const time = performance.now() - start;
    for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
    return time;
  }
}

const PRAGMAS = 'PRAGMA journal_mode=WAL;\nPRAGMA synchronous=FULL;\nPRAGMA cache_size=-65536;\n';

function sqlite(args: readonly string[], input: string): Buffer {
  return execFileSync('sqlite3', ['-batch', '-bail', ...args], { input, maxBuffer: 2 ** 30, stdio: ['pipe', 'pipe', 'inherit'] });
}

/** The table without STRICT, checks and references: `.import` writes an empty cell as an empty text. */
function looseSchema(database: string): string {
  const found = sqlite(['-readonly', database], `.mode list\n.separator "" ";\\n"\nSELECT sql FROM sqlite_schema WHERE tbl_name = 'dossier' AND sql IS NOT NULL;\n`);
  return found
    .toString()
    .replace(/ STRICT;/, ';')
    .replace(/ CHECK \([^()]*(\([^()]*\))?[^()]*\)/g, '')
    .replace(/ REFERENCES \w+/g, '')
    .replace('coalesce(code_key, code)', 'code');
}
