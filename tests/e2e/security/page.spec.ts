import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { expect, launch, type RunningApp, test } from '../support/app.ts';

// The numbers are those of the security checklist. The page under test is the real one; one app serves all tests
// because none of them may change it.

let app: RunningApp;
let page: Page;
let server: Server;
let hits: string[] = [];
let outside = '';

test.beforeAll(async () => {
  server = createServer((request, response) => {
    hits.push(request.url ?? '');
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.end('outside');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  outside = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  app = await launch();
  page = app.page;
  await page.waitForLoadState('load');
});

test.afterAll(async () => {
  await app.close();
  server.close();
});

test.beforeEach(() => {
  hits = [];
});

test.afterEach(async () => {
  expect(page.url()).toMatch(/^app:\/\/bundle\/index\.html/);
  expect(hits).toEqual([]);
  await expect.poll(() => app.electron.windows().length).toBe(1);
});

test('1, 2: the window is isolated and sandboxed', async () => {
  const preferences = await app.electron.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    const contents = window?.webContents as unknown as
      | { getLastWebPreferences(): Record<string, unknown> }
      | undefined;
    return contents?.getLastWebPreferences() ?? {};
  });
  expect(preferences).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    webSecurity: true,
    nodeIntegration: false,
  });
  for (const name of [
    'nodeIntegrationInWorker',
    'nodeIntegrationInSubFrames',
    'webviewTag',
    'experimentalFeatures',
    'allowRunningInsecureContent',
  ]) {
    expect(preferences[name] ?? false, name).toBe(false);
  }
  const globals = await page.evaluate(() =>
    ['require', 'process', 'module', 'global', 'Buffer', 'electron'].filter((name) => name in globalThis),
  );
  expect(globals).toEqual([]);
});

test('3: the bridge holds its three functions and nothing of Electron', async () => {
  const keys = await page.evaluate(() =>
    Object.entries(window.scl ?? {}).map(([name, value]) => [name, typeof value]),
  );
  expect(keys.sort()).toEqual([
    ['call', 'function'],
    ['dropped', 'function'],
    ['onNotice', 'function'],
  ]);
});

test('4: the policy stops inline scripts, eval, remote content, forms and base', async () => {
  const outcome = await page.evaluate(async (address) => {
    const violations: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) =>
      violations.push(event.effectiveDirective),
    );
    const marks = window as unknown as Record<string, boolean>;
    const script = document.createElement('script');
    script.textContent = 'window.inlineRan = true';
    document.body.append(script);
    const button = document.createElement('div');
    button.setAttribute('onclick', 'window.attributeRan = true');
    document.body.append(button);
    button.click();
    // In a task of its own: what the test driver evaluates itself may be exempt from the policy.
    const evaluated = await new Promise((resolve) =>
      setTimeout(() => {
        try {
          // biome-ignore lint/security/noGlobalEval: that it fails is what is tested.
          resolve(globalThis.eval('1 + 1'));
        } catch (error) {
          resolve((error as Error).name);
        }
      }),
    );
    const style = document.createElement('style');
    style.textContent = 'body { outline: 7px solid red }';
    document.head.append(style);
    const outlined = getComputedStyle(document.body).outlineWidth;
    const image = new Image();
    const imageLoaded = await new Promise((resolve) => {
      image.onload = () => resolve(true);
      image.onerror = () => resolve(false);
      image.src = `${address}/image.png`;
    });
    const fetched = await fetch(`${address}/fetch`).then(
      () => true,
      () => false,
    );
    const base = document.createElement('base');
    base.href = `${address}/`;
    document.head.append(base);
    const baseTaken = document.baseURI.startsWith(address);
    const form = document.createElement('form');
    form.action = `${address}/form`;
    form.method = 'post';
    document.body.append(form);
    form.submit();
    const frame = document.createElement('iframe');
    frame.src = `${address}/frame`;
    document.body.append(frame);
    await new Promise((resolve) => setTimeout(resolve, 200));
    for (const element of [script, button, style, base, form, frame]) element.remove();
    return {
      inline: marks.inlineRan,
      attribute: marks.attributeRan,
      evaluated,
      outlined,
      imageLoaded,
      fetched,
      baseTaken,
      violations: [...new Set(violations)].sort(),
    };
  }, outside);
  expect(outcome).toMatchObject({
    evaluated: 'EvalError',
    imageLoaded: false,
    fetched: false,
    baseTaken: false,
  });
  expect(outcome.inline).toBeUndefined();
  expect(outcome.attribute).toBeUndefined();
  expect(outcome.outlined).not.toBe('7px');
  for (const directive of [
    'script-src-elem',
    'script-src-attr',
    'script-src',
    'style-src-elem',
    'img-src',
    'connect-src',
    'base-uri',
    'form-action',
    'frame-src',
  ]) {
    expect(outcome.violations).toContain(directive);
  }
});

test('5: the protocol serves its one host, its own folder and GET only', async () => {
  const status = (address: string, method = 'GET') =>
    page.evaluate(
      ([url, verb]) =>
        fetch(url as string, { method: verb as string }).then(
          (response) => response.status,
          () => 0,
        ),
      [address, method],
    );
  expect(await status('app://bundle/index.html')).toBe(200);
  expect(await status('app://bundle/index.html', 'POST')).toBe(405);
  expect(await status('app://bundle/')).toBe(404);
  for (const path of [
    '..%2fmain%2findex.cjs',
    '%2e%2e%2f%2e%2e%2fpackage.json',
    '..%5cmain%5cindex.cjs',
    '..%2frenderer-other%2fa.js',
    'assets%2f..%2f..%2fmain%2findex.cjs',
    'index.html%00.js',
    'missing.js',
  ]) {
    expect(await status(`app://bundle/${path}`), path).toBe(404);
  }
  expect(await status('app://other/index.html')).toBe(0);
});
