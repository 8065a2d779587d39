import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

// What a test in the window cannot show: that a door does not exist anywhere in the program's own code. The numbers
// are those of docs/security.md.

const root = resolve(import.meta.dirname, '../..');

function sourcesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    );
}

const product = ['shared', 'electron', 'renderer'].flatMap(sourcesIn);
/** Code without its comments: these may name what they warn of. */
const code = new Map(
  product.map((path) => [
    path,
    readFileSync(join(root, path), 'utf8')
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .replace(/^\s*\/\/.*$/gm, ''),
  ]),
);
const using = (pattern: RegExp): string[] =>
  [...code].filter(([, text]) => pattern.test(text)).map(([path]) => path);

describe('doors that do not exist', () => {
  it('14: nothing is opened outside the app', () => {
    expect(using(/\bopenExternal\b|\bopenPath\b/)).toEqual([]);
  });

  it('6: no part of the program can speak to a network', () => {
    const modules = 'https?|http2|net|tls|dgram|dns|dns/promises|inspector|cluster';
    expect(using(new RegExp(`['"](?:node:)?(?:${modules})['"]`))).toEqual([]);
    expect(
      using(/\bautoUpdater\b|\belectron-updater\b|\bcrashReporter\b|\bnet\.request\b|\bnet\.fetch\b/),
    ).toEqual([]);
    expect(
      using(/\bnew (?:WebSocket|EventSource|XMLHttpRequest|RTCPeerConnection)\b|\bsendBeacon\b/),
    ).toEqual([]);
    // Addresses that are fetched belong to the page itself.
    for (const path of using(/\bfetch\(/)) expect(path).toMatch(/^renderer\//);
  });

  it('11: messages of the page come in at one place', () => {
    expect(using(/\bipcMain\b/)).toEqual(['electron/ipc/register.ts']);
    expect(using(/\bipcRenderer\b/)).toEqual(['electron/preload/index.ts']);
    expect(using(/\bsendSync\b|@electron\/remote|\bremote\.require\b/)).toEqual([]);
  });

  it('1: windows are made in two places, each with every protection written down', () => {
    const places = using(/\bnew BrowserWindow\(|\bnew WebContentsView\(|\bnew BrowserView\(/);
    expect(places.sort()).toEqual(['electron/main/printing/sheets-window.ts', 'electron/main/window.ts']);
    for (const path of places)
      for (const option of [
        ...['contextIsolation: true', 'sandbox: true', 'webSecurity: true', 'nodeIntegration: false'],
        ...['nodeIntegrationInWorker: false', 'nodeIntegrationInSubFrames: false', 'webviewTag: false'],
        ...['experimentalFeatures: false', 'allowRunningInsecureContent: false', 'navigateOnDragDrop: false'],
      ])
        expect(code.get(path), `${path}: ${option}`).toContain(option);
    expect(using(/enableBlinkFeatures|disableBlinkFeatures|nodeIntegration: true|sandbox: false/)).toEqual(
      [],
    );
  });

  it('4: text never becomes code or markup', () => {
    expect(
      using(/dangerouslySetInnerHTML|\binnerHTML\s*=|\bouterHTML\s*=|insertAdjacentHTML|document\.write/),
    ).toEqual([]);
    expect(using(/\beval\(|\bnew Function\(/)).toEqual([]);
  });

  it('19: no menu, no tools for developers, no reload', () => {
    expect(using(/\bopenDevTools\b|\btoggleDevTools\b/)).toEqual([]);
    expect(code.get('electron/main/start-window.ts')).toContain('Menu.setApplicationMenu(null)');
    expect(code.get('electron/main/window.ts')).toContain('devTools: !app.isPackaged');
  });

  it('22: every package is pinned to one version and its content', () => {
    const { dependencies, devDependencies } = JSON.parse(
      readFileSync(join(root, 'package.json'), 'utf8'),
    ) as {
      dependencies: Record<string, string>;
      devDependencies: Record<string, string>;
    };
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies }))
      expect(version, name).toMatch(/^(?:npm:[a-z0-9-]+@)?\d+\.\d+\.\d+$/);
    const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, { integrity?: string; optional?: boolean }>;
    };
    // npm writes the content of another system's variants only on that system.
    const bare = Object.entries(packages).filter(
      ([path, { integrity, optional }]) => path !== '' && !integrity && !optional,
    );
    expect(bare.map(([path]) => path)).toEqual([]);
  });
});
