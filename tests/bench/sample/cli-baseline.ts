import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { DATABASE_FILE } from '#electron/common/book-files.ts';
import { sampleFolder } from './folder.ts';
import { cacheFolder, workFolder } from './paths.ts';

/**
 * `sqlite3 .import --csv` of the same dossiers into a table with the same columns and indexes, in one transaction,
 * written as durably as the program does. Days and codes come as the numbers that storage keeps and the derived columns
 * ready-made: nothing is left to compute. Repeated words come as words, since the command line cannot look them up.
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
    const source = join(await sampleFolder(rows, true), DATABASE_FILE);
    const csv = join(cacheFolder(), `words-${rows}.csv`);
    if (!existsSync(csv)) writeFileSync(csv, sqlite([source], `.mode csv\n${withWords(source)};\n`));
    const schema = looseSchema(source);
    if (before === 0) return new CliBaseline(csv, schema, null);
    const filled = join(workFolder('cli-before'), 'before.db');
    const others = join(await sampleFolder(before, true), DATABASE_FILE);
    const rename = `ATTACH '${others}' AS other;
      CREATE TEMP TABLE moved AS ${withWords(others, 'other.')};
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
  return execFileSync('sqlite3', ['-batch', '-bail', ...args], {
    input,
    maxBuffer: 2 ** 30,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
}

const WORDS: ReadonlySet<string> = new Set(['procedure_code', 'procedure_name', 'field', 'handler']);

/** All columns in their order, with the words themselves in place of their ids. */
function withWords(database: string, schema = ''): string {
  const names = sqlite(
    ['-readonly', database],
    "SELECT name FROM pragma_table_info('dossier') ORDER BY cid;\n",
  )
    .toString()
    .trim()
    .split('\n');
  const columns = names.map((name) =>
    WORDS.has(name) ? `(SELECT text FROM ${schema}term WHERE id = ${name}) AS ${name}` : name,
  );
  return `SELECT ${columns.join(', ')} FROM ${schema}dossier`;
}

/** The table without STRICT, checks and references: `.import` writes an empty cell as an empty text. */
function looseSchema(database: string): string {
  const found = sqlite(
    ['-readonly', database],
    `.mode list\n.separator "" ";\\n"\nSELECT sql FROM sqlite_schema WHERE tbl_name = 'dossier' AND sql IS NOT NULL;\n`,
  );
  return found
    .toString()
    .replace(/ STRICT;/, ';')
    .replace(/ CHECK \([^()]*(\([^()]*\))?[^()]*\)/g, '')
    .replace(/ INTEGER REFERENCES term/g, ' TEXT')
    .replace(/ REFERENCES \w+/g, '')
    .replace('coalesce(code_key, code)', 'code');
}
