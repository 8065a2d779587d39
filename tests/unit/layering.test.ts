import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const folders = ['shared', 'electron', 'renderer'];

interface Violation {
  readonly rule: { readonly name: string; readonly severity: string };
  readonly from: string;
}

/** What breaks a rule in a tree; `npm run layers` judges the project's own. */
function cruise(cwd: string): readonly Violation[] {
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const present = folders.filter((folder) => existsSync(join(cwd, folder)));
  const line = [program, '--config', '.dependency-cruiser.cjs', '-T', 'json', ...present];
  const options = { cwd, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 } as const;
  const report = JSON.parse(spawnSync(process.execPath, line, options).stdout) as {
    summary: { violations: readonly Violation[] };
  };
  return report.summary.violations;
}

// [rule that must catch it, file to plant, its text]
const planted: readonly (readonly [string, string, string])[] = [
  ['shared-is-pure', 'shared/zz-node.ts', "import 'node:fs';"],
  [
    'shared-is-pure',
    'shared/zz-react.ts',
    "import type { ReactNode } from 'react';\nexport type A = ReactNode;",
  ],
  ['domain-stands-alone', 'shared/domain/zz-zod.ts', "import 'zod';"],
  ['domain-stands-alone', 'shared/domain/zz-up.ts', "import '#shared/zz-target.ts';"],
  ['renderer-stays-in-the-window', 'renderer/zz-node.ts', "import 'node:path';"],
  ['renderer-stays-in-the-window', 'renderer/zz-electron.ts', "import 'electron';"],
  ['renderer-stays-in-the-window', 'renderer/zz-sqlite.ts', "import 'better-sqlite3';"],
  [
    'renderer-stays-in-the-window',
    'renderer/zz-application.ts',
    "import '#electron/application/zz-target.ts';",
  ],
  ['features-do-not-know-each-other', 'renderer/features/zz-a/a.ts', "import '../zz-b/b.ts';"],
  ['ui-knows-no-screens', 'renderer/ui/zz.ts', "import '../features/zz-b/b.ts';"],
  ['record-lists-know-no-records', 'renderer/record-list/zz.ts', "import '../features/zz-b/b.ts';"],
  [
    'electron-only-at-the-edge',
    'electron/application/zz-electron.ts',
    "import { app } from 'electron';\napp.quit();",
  ],
  [
    'electron-only-at-the-edge',
    'electron/cli/zz-electron.ts',
    "import type { App } from 'electron';\nexport type A = App;",
  ],
  [
    'sqlite-behind-one-door',
    'electron/application/zz-sqlite.ts',
    "import type D from 'better-sqlite3';\nexport type A = D;",
  ],
  ['workers-do-not-look-up', 'electron/persistence/zz-up.ts', "import '../application/zz-target.ts';"],
  ['workers-do-not-look-up', 'electron/report/zz-up.ts', "import '../cli/zz-target.ts';"],
  ['workers-do-not-look-up', 'electron/import/zz-up.ts', "import '#electron/main/zz-target.ts';"],
  ['common-knows-nobody', 'electron/common/zz-up.ts', "import '#electron/application/zz-target.ts';"],
  ['application-does-not-look-up', 'electron/application/zz-up.ts', "import '../cli/zz-target.ts';"],
  ['nobody-imports-main-or-service', 'electron/cli/zz-main.ts', "import '../main/zz-target.ts';"],
  ['nobody-imports-main-or-service', 'electron/main/zz-service.ts', "import '../service/zz-target.ts';"],
  ['cli-starts-from-outside', 'electron/service/zz-cli.ts', "import '../cli/zz-target.ts';"],
  ['preload-is-thin', 'electron/preload/zz-domain.ts', "import '#shared/domain/zz-target.ts';"],
  ['electron-does-not-import-the-window', 'electron/main/zz-window.ts', "import '#renderer/zz-target.ts';"],
  ['no-tests-in-the-product', 'electron/import/zz-tests.ts', "import '../../tests/zz-target.ts';"],
  ['no-cycles', 'shared/zz-one.ts', "import './zz-two.ts';"],
  ['resolvable', 'shared/zz-nowhere.ts', "import './zz-does-not-exist.ts';"],
  ['declared-dependencies', 'electron/import/zz-dev.ts', "import 'fast-check';"],
];

const targets: readonly (readonly [string, string])[] = [
  ['shared/zz-target.ts', ''],
  ['shared/zz-two.ts', "import './zz-one.ts';"],
  ['shared/domain/zz-target.ts', ''],
  ['renderer/zz-target.ts', ''],
  ['renderer/features/zz-b/b.ts', ''],
  ['electron/application/zz-target.ts', ''],
  ['electron/cli/zz-target.ts', ''],
  ['electron/main/zz-target.ts', ''],
  ['electron/service/zz-target.ts', ''],
  ['tests/zz-target.ts', ''],
];

describe('layering', () => {
  const copy = mkdtempSync(join(tmpdir(), 'layering-'));
  let caught: readonly Violation[] = [];

  beforeAll(() => {
    for (const part of [...folders, 'package.json', '.dependency-cruiser.cjs']) {
      if (existsSync(join(root, part))) cpSync(join(root, part), join(copy, part), { recursive: true });
    }
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
    for (const [file, text] of [...planted.map(([, file, text]) => [file, text] as const), ...targets]) {
      mkdirSync(dirname(join(copy, file)), { recursive: true });
      writeFileSync(join(copy, file), `${text}\nexport {};\n`);
    }
    caught = cruise(copy);
  }, 120_000);

  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  it('finds nothing but what was planted', () => {
    const files = new Set([...planted.map(([, file]) => file), ...targets.map(([file]) => file)]);
    expect(caught.filter(({ from }) => !files.has(from))).toEqual([]);
  });

  it.each(planted)('%s catches %s', (rule, file) => {
    const found = caught.filter(({ from, rule: { severity } }) => from === file && severity === 'error');
    expect(found.map((each) => each.rule.name)).toContain(rule);
  });

  it('has a planted violation for every rule', async () => {
    const config = (await import(join(root, '.dependency-cruiser.cjs'))) as {
      default: { forbidden: readonly { readonly name: string }[] };
    };
    const names = new Set(planted.map(([rule]) => rule));
    expect(config.default.forbidden.map(({ name }) => name).filter((name) => !names.has(name))).toEqual([]);
  });
});
