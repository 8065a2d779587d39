import { globSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SUBJECTS } from '../../bench/subjects.ts';
import { namedPaths } from './named-paths.ts';

const root = resolve(import.meta.dirname, '../../..');
const GENERATED = new Set(['node_modules', 'out', 'dist', '.git']);
const top = readdirSync(root, { withFileTypes: true }).filter(({ name }) => !GENERATED.has(name));
const folders = top.filter((entry) => entry.isDirectory()).map(({ name }) => name);

/** Every file and folder of the project, relative to it. */
const present = new Set([
  ...top.map(({ name }) => name),
  ...folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) => `${folder}/${path}`),
  ),
]);
const endings = [...present];

const documents = ['README.md', ...globSync('{docs,resources}/**/*.md', { cwd: root })].sort();

/** What a document names and the project does not have. */
function lost(document: string): string[] {
  const { whole, parts, links } = namedPaths(readFileSync(join(root, document), 'utf8'), folders);
  return [
    ...whole.filter((path) => !exists(path)),
    ...parts.filter((path) => !endings.some((each) => each === path || each.endsWith(`/${path}`))),
    ...links.filter((path) => !present.has(normalize(join(dirname(document), path)))),
  ];
}

function exists(path: string): boolean {
  return path.includes('*') ? globSync(path, { cwd: root }).length > 0 : present.has(path);
}

/** Scripts of package.json that a document calls, `npm run -s cli` included. */
function lostScripts(markdown: string): string[] {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: object };
  return [...markdown.matchAll(/npm run (?:-s )?([\w-]+)/g)]
    .map(([, name = '']) => name)
    .filter((name) => !(name in scripts));
}

/** Variables of the environment that a text names; one that is numbered (`_N`) without its number. */
function variablesOf(text: string): string[] {
  return (text.match(/\bSCL_[A-Z_]*[A-Z]/g) ?? []).map((name) => name.replace(/_N$/, ''));
}

/** Documents that the comments of a source name. */
function namedInComments(source: string): string[] {
  return source
    .split('\n')
    .filter((line) => /^\s*(?:\/\/|\/?\*)/.test(line))
    .flatMap((line) => line.match(/[\w./-]*[\w-]\.md\b/g) ?? []);
}

describe('paths named in documents', () => {
  it.each(documents)('%s names only what is there', (document) => {
    expect(lost(document)).toEqual([]);
    expect(lostScripts(readFileSync(join(root, document), 'utf8'))).toEqual([]);
  });

  it('the map of README.md has every folder of the program', () => {
    const rows = readFileSync(join(root, 'README.md'), 'utf8')
      .split('\n')
      .map((line) => /^\| `(shared|electron|renderer)\/[^|]*/.exec(line))
      .flatMap((row) => [...(row?.[0] ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => [row?.[1], name]))
      .map(([top, name]) => (name?.includes('/') ? name : `${top}/${name}`));
    const ours = ['shared', 'electron', 'renderer'].flatMap((top) =>
      readdirSync(join(root, top), { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && entry.name !== 'features')
        .map(({ name }) => `${top}/${name}`),
    );
    expect(ours.filter((folder) => !rows.includes(folder))).toEqual([]);
  });

  it('every variable of the environment is told in a document, and every one told is read', () => {
    const inSources = globSync('{.ci,electron,scripts,tests}/**/*.{ts,mjs}', { cwd: root })
      .filter((source) => !source.includes('unit/documents'))
      .flatMap((source) => variablesOf(readFileSync(join(root, source), 'utf8')))
      // Between a test and the tool that it starts.
      .filter((name) => name !== 'SCL_TEST_PASS');
    const inDocuments = documents.flatMap((document) =>
      variablesOf(readFileSync(join(root, document), 'utf8')),
    );
    expect([...new Set(inDocuments)].sort()).toEqual([...new Set(inSources)].sort());
  });

  it('documents measure only what can be measured', () => {
    const named = documents.flatMap((document) =>
      [...readFileSync(join(root, document), 'utf8').matchAll(/--only ([a-z,-]+)/g)].flatMap(
        ([, names = '']) => names.split(','),
      ),
    );
    expect(named.filter((name) => !(name in SUBJECTS))).toEqual([]);
    expect(named).toContain('encryption');
  });

  it('comments name only documents that are there', () => {
    const lostOnes = globSync('{shared,electron,renderer,scripts}/**/*.{ts,tsx,mjs}', { cwd: root }).flatMap(
      (source) =>
        namedInComments(readFileSync(join(root, source), 'utf8'))
          .filter((name) => !documents.some((each) => each === name || each.endsWith(`/${name}`)))
          .map((name) => `${source}: ${name}`),
    );
    expect(lostOnes).toEqual([]);
    expect(
      namedInComments('/** As nowhere.md says. */\nconst name = "a.md";\n * (docs/none.md, 2).'),
    ).toEqual(['nowhere.md', 'docs/none.md']);
    expect(lostScripts('`npm run -s nowhere -- x`, `npm run unit`')).toEqual(['nowhere']);
  });

  it('finds a planted one of every kind', () => {
    const text = [
      'See `shared/domain/nowhere.ts`, `shared/{domain,nowhere}`, `electron/nowhere/`, `nowhere.ts:12`,',
      '`closing/nowhere.ts`, [x](nowhere.md#there), ![y](images/nowhere.png), `npm run nowhere`, `a/b`,',
      '`resources/targets/ID.json`, [z](https://nowhere.vn/a.md).',
      '```',
      'shared/nowhere/   what is told',
      '```',
    ].join('\n');
    expect(namedPaths(text, folders)).toEqual({
      whole: [
        'shared/domain/nowhere.ts',
        'shared/domain',
        'shared/nowhere',
        'electron/nowhere',
        'shared/nowhere',
      ],
      parts: ['nowhere.ts', 'closing/nowhere.ts'],
      links: ['nowhere.md', 'images/nowhere.png'],
    });
  });
});
