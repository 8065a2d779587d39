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
    if (request.url?.startsWith('/302'))
      response.writeHead(302, {
        location: request.url.includes('inside') ? 'app://bundle/index.html' : 'http://localhost/x',
      });
    else response.setHeader('Access-Control-Allow-Origin', '*');
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

test('6: requests that leave the app are cancelled also where the policy would not see them', async () => {
  const error = await app.electron.evaluate(async ({ session }, address) => {
    try {
      await session.defaultSession.fetch(address);
      return null;
    } catch (fault) {
      return String(fault);
    }
  }, `${outside}/session`);
  expect(error).toContain('ERR_BLOCKED_BY_CLIENT');
});

for (const target of [
  'OUTSIDE/',
  'OUTSIDE/?next=app://bundle/',
  'file:///etc/passwd',
  'data:text/html,<p>x</p>',
  'app://other/index.html',
]) {
  test(`7: the page cannot be led to ${target}`, async () => {
    const address = target.replace('OUTSIDE', outside);
    await page.evaluate((url) => {
      const link = document.createElement('a');
      link.href = url;
      document.body.append(link);
      link.click();
      link.remove();
      setTimeout(() => {
        location.href = url;
      });
    }, address);
    await page.waitForTimeout(300);
    expect(page.url()).toMatch(/^app:\/\/bundle\/index\.html/);
  });
}

test('8: no second window opens', async () => {
  const opened = await page.evaluate((address) => {
    const link = document.createElement('a');
    link.href = `${address}/blank`;
    link.target = '_blank';
    document.body.append(link);
    link.click();
    link.dispatchEvent(new MouseEvent('click', { button: 1, ctrlKey: true, bubbles: true }));
    link.remove();
    return window.open(`${address}/open`) !== null || window.open('app://bundle/index.html') !== null;
  }, outside);
  expect(opened).toBe(false);
  await page.waitForTimeout(200);
  expect(app.electron.windows()).toHaveLength(1);
});

test('9: permissions are denied', async () => {
  const granted = await page.evaluate(async () => {
    const media = await navigator.mediaDevices?.getUserMedia({ audio: true }).then(
      () => true,
      () => false,
    );
    const screen = await navigator.mediaDevices?.getDisplayMedia().then(
      () => true,
      () => false,
    );
    const place = await new Promise((resolve) =>
      navigator.geolocation.getCurrentPosition(
        () => resolve(true),
        () => resolve(false),
      ),
    );
    const notes = (await Notification.requestPermission()) === 'granted';
    const clipboard = await navigator.clipboard?.readText().then(
      () => true,
      () => false,
    );
    return { media: media ?? false, screen: screen ?? false, place, notes, clipboard: clipboard ?? false };
  });
  expect(granted).toEqual({ media: false, screen: false, place: false, notes: false, clipboard: false });
});

test('10: nothing is downloaded', async () => {
  const started = await app.electron.evaluate(({ session }) => {
    const found = globalThis as unknown as { downloadStates: string[] };
    found.downloadStates = [];
    session.defaultSession.on('will-download', (event, item) =>
      found.downloadStates.push(`${event.defaultPrevented} ${item.getState()}`),
    );
    return true;
  });
  expect(started).toBe(true);
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob(['x']));
    link.download = 'x.txt';
    link.click();
  });
  await page.waitForTimeout(300);
  const states = await app.electron.evaluate(
    () => (globalThis as unknown as { downloadStates: string[] }).downloadStates,
  );
  expect(states.filter((state) => !state.startsWith('true'))).toEqual([]);
});

test('7: a redirect leads nowhere either, whether to a foreign address or back into the app', async () => {
  for (const path of ['/302-outside', '/302-inside']) {
    await page.evaluate((address) => {
      location.href = address;
    }, `${outside}${path}`);
    await page.waitForTimeout(200);
    expect(page.url()).toMatch(/^app:\/\/bundle\/index\.html/);
  }
});

test('7: a page that is loaded from within is stopped at its redirect', async () => {
  // A window in a session of its own, which no guard of requests watches: the guard of pages still does.
  const outcome = await app.electron.evaluate(async ({ BrowserWindow, session }) => {
    const own = session.fromPartition('redirects');
    own.protocol.handle('app', (request) =>
      request.url.includes('again')
        ? new Response(null, { status: 302, headers: { location: 'app://elsewhere/page.html' } })
        : new Response('<p>page</p>', { headers: { 'content-type': 'text/html' } }),
    );
    const rogue = new BrowserWindow({ show: false, webPreferences: { session: own, sandbox: true } });
    await rogue.loadURL('app://bundle/first.html');
    const failed = await rogue.loadURL('app://bundle/again.html').then(
      () => null,
      (error: Error) => error.message,
    );
    const address = rogue.webContents.getURL();
    rogue.destroy();
    return { failed, address };
  });
  expect(outcome.address).not.toContain('elsewhere');
  expect(outcome.failed).not.toBeNull();
});

test('8, 11: a subframe has no bridge and leads nowhere', async () => {
  const found = await page.evaluate(async (address) => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const bridge = typeof (frame.contentWindow as Window | null)?.scl;
    frame.src = 'app://bundle/index.html';
    await new Promise((resolve) => setTimeout(resolve, 300));
    let inner = 'none';
    try {
      inner = frame.contentDocument?.querySelector('#root') ? 'the app' : 'none';
    } catch {
      inner = 'refused';
    }
    frame.srcdoc = `<script src="${address}/script.js"></script><img src="${address}/image.png">`;
    await new Promise((resolve) => setTimeout(resolve, 300));
    frame.remove();
    return { bridge, inner };
  }, outside);
  expect(found.bridge).toBe('undefined');
  expect(found.inner).not.toBe('the app');
});

test('11: no guest page is attached', async () => {
  const attached = await app.electron.evaluate(async ({ BrowserWindow }) => {
    // Even a window that allows them, which none of ours does.
    const rogue = new BrowserWindow({ show: false, webPreferences: { webviewTag: true, sandbox: true } });
    let came = false;
    rogue.webContents.on('did-attach-webview', () => {
      came = true;
    });
    await rogue.loadURL('app://bundle/index.html');
    await rogue.webContents.executeJavaScript(
      "{ const guest = document.createElement('webview'); guest.src = 'app://bundle/index.html'; document.body.append(guest); } 0",
    );
    await new Promise((resolve) => setTimeout(resolve, 500));
    rogue.destroy();
    return came;
  });
  expect(attached).toBe(false);
});

test('9: devices and the screen are denied, also after a click', async () => {
  const asked = await app.electron.evaluate(async ({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    return (await window?.webContents.executeJavaScript(
      `(async () => {
        const tried = async (work) => { try { return await work(); } catch (error) { return error.name; } };
        const query = async (name) => tried(async () => (await navigator.permissions.query({ name })).state);
        return {
          hid: await tried(async () => (await navigator.hid.requestDevice({ filters: [] })).length),
          usb: await tried(async () => { await navigator.usb.requestDevice({ filters: [] }); return 'given'; }),
          serial: await tried(async () => { await navigator.serial.requestPort(); return 'given'; }),
          bluetooth: await tried(async () => {
            if (!navigator.bluetooth) throw new Error('absent');
            const found = navigator.bluetooth.requestDevice({ acceptAllDevices: true });
            await Promise.race([found, new Promise((_, no) => setTimeout(() => no(new Error('none')), 2000))]);
            return 'given';
          }),
          display: await tried(async () => { await navigator.mediaDevices.getDisplayMedia(); return 'given'; }),
          camera: await tried(async () => { await navigator.mediaDevices.getUserMedia({ video: true }); return 'given'; }),
          files: await tried(async () => { await Promise.race([window.showDirectoryPicker?.() ?? Promise.reject(new Error('absent')), new Promise((_, no) => setTimeout(() => no(new Error('none')), 1000))]); return 'given'; }),
          states: await Promise.all(['camera', 'microphone', 'geolocation', 'notifications', 'clipboard-read', 'midi'].map(query)),
        };
      })()`,
      true,
    )) as Record<string, unknown> & { states: unknown[] };
  });
  const { states, hid, ...others } = asked;
  expect(hid === 0 || typeof hid === 'string').toBe(true);
  for (const [name, outcome] of Object.entries(others)) expect(outcome, name).not.toBe('given');
  for (const state of states) expect(state).not.toBe('granted');
});
