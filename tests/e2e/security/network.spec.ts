import { createSocket, type Socket } from 'node:dgram';
import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:net';
import { expect, launch, type RunningApp, test } from '../support/app.ts';

// "Never a network call": sockets of this machine listen while every screen is walked through and while hostile code
// of the page tries each way out that a page has. TCP is enough to see http, https and web sockets knock.

let tcp: Server;
let udp: Socket;
let port = 0;
let udpPort = 0;
let knocks: string[] = [];
let app: RunningApp;

test.beforeAll(async () => {
  tcp = createServer((socket) => {
    knocks.push('tcp');
    socket.once('data', (bytes) => knocks.push(bytes.toString('latin1').slice(0, 80)));
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => tcp.listen(0, '127.0.0.1', resolve));
  port = (tcp.address() as AddressInfo).port;
  udp = createSocket('udp4', (bytes) => knocks.push(`udp ${bytes.length}`));
  await new Promise<void>((resolve) => udp.bind(0, '127.0.0.1', resolve));
  udpPort = udp.address().port;
  app = await launch();
});
test.afterAll(async () => {
  await app.close();
  tcp.close();
  udp.close();
});
test.beforeEach(() => {
  knocks = [];
});

test('the sockets hear whoever knocks', async () => {
  await fetch(`http://127.0.0.1:${port}/`, { signal: AbortSignal.timeout(500) }).catch(() => undefined);
  createSocket('udp4').send('x', udpPort, '127.0.0.1');
  await expect.poll(() => knocks.length).toBeGreaterThan(2);
});

test('6: nothing leaves while every screen is walked through', async () => {
  const { page } = app;
  // Whatever the program's own processes ask for is seen here as well, whoever asks.
  await app.electron.evaluate(({ session }) => {
    const found = globalThis as unknown as { asked: string[] };
    found.asked = [];
    session.defaultSession.webRequest.onCompleted(({ url }) => found.asked.push(url));
    session.defaultSession.webRequest.onErrorOccurred(({ url }) => found.asked.push(url));
  });
  await page.getByRole('button', { name: /dữ liệu mẫu/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('năm');
  for (let digit = 1; digit <= 8; digit += 1) {
    await page.keyboard.press(`Alt+${digit}`);
    await page.waitForTimeout(400);
  }
  const asked = await app.electron.evaluate(() => (globalThis as unknown as { asked: string[] }).asked);
  expect(asked.length).toBeGreaterThan(0);
  expect(
    asked.filter((url) => !/^(app:\/\/bundle\/|data:|blob:app:\/\/bundle\/|devtools:)/.test(url)),
  ).toEqual([]);
  expect(knocks).toEqual([]);
});

test('6: nothing leaves whatever hostile code of the page tries', async () => {
  const ways = await app.page.evaluate(
    async ([tcpPort, datagrams]) => {
      const hosts = [
        `127.0.0.1:${tcpPort}`,
        `localhost:${tcpPort}`,
        `[::1]:${tcpPort}`,
        `so-chat-luong.invalid:${tcpPort}`,
      ];
      const tried: string[] = [];
      const attempt = async (name: string, work: () => unknown): Promise<void> => {
        try {
          await Promise.race([work(), new Promise((resolve) => setTimeout(resolve, 150))]);
        } catch {
          // Refused at once.
        }
        tried.push(name);
      };
      for (const host of hosts) {
        await attempt('fetch', () => fetch(`http://${host}/fetch`, { mode: 'no-cors' }));
        await attempt('https', () =>
          fetch(`https://${host}/`, { mode: 'no-cors', method: 'POST', body: 'x' }),
        );
        await attempt('beacon', () => navigator.sendBeacon(`http://${host}/beacon`, 'x'));
        await attempt('socket', () => new WebSocket(`ws://${host}/`));
        await attempt('secure socket', () => new WebSocket(`wss://${host}/`));
        await attempt('events', () => new EventSource(`http://${host}/events`));
        await attempt('request', () => {
          const request = new XMLHttpRequest();
          request.open('GET', `http://${host}/xhr`);
          request.send();
        });
        for (const [tag, attribute] of [
          ['img', 'src'],
          ['script', 'src'],
          ['video', 'src'],
          ['iframe', 'src'],
          ['embed', 'src'],
          ['object', 'data'],
        ] as const)
          await attempt(tag, () => {
            const element = document.createElement(tag);
            element.setAttribute(attribute, `http://${host}/${tag}`);
            document.body.append(element);
            setTimeout(() => element.remove(), 100);
          });
        for (const rel of [
          'preconnect',
          'dns-prefetch',
          'prefetch',
          'preload',
          'stylesheet',
          'manifest',
          'icon',
        ])
          await attempt(rel, () => {
            const link = document.createElement('link');
            link.rel = rel;
            link.href = `http://${host}/${rel}`;
            if (rel === 'preload') link.as = 'image';
            document.head.append(link);
            setTimeout(() => link.remove(), 100);
          });
        await attempt('style', () => {
          document.body.style.backgroundImage = `url(http://${host}/style.png)`;
        });
        await attempt('font', () => new FontFace('x', `url(http://${host}/font.woff2)`).load());
        await attempt('worker', () => new Worker(`http://${host}/worker.js`));
        await attempt('worker of a blob', () => {
          const code = `fetch('http://${host}/blob'); importScripts('http://${host}/import.js')`;
          return new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
        });
        await attempt('service worker', () => navigator.serviceWorker?.register(`http://${host}/sw.js`));
        await attempt('ping', () => {
          const link = document.createElement('a');
          link.href = '#';
          link.ping = `http://${host}/ping`;
          link.click();
        });
        await attempt('import', () => import(/* @vite-ignore */ `http://${host}/module.js`));
        await attempt(
          'transport',
          () =>
            new (window as unknown as { WebTransport: new (u: string) => unknown }).WebTransport(
              `https://${host}/`,
            ),
        );
      }
      await attempt('peer', async () => {
        const peer = new RTCPeerConnection({
          iceServers: [
            { urls: `stun:127.0.0.1:${datagrams}` },
            { urls: `turn:127.0.0.1:${tcpPort}?transport=tcp`, username: 'x', credential: 'x' },
          ],
        });
        peer.createDataChannel('x');
        await peer.setLocalDescription(await peer.createOffer());
        await new Promise((resolve) => setTimeout(resolve, 1500));
        peer.close();
      });
      // The connection above goes on after its time was up here.
      await new Promise((resolve) => setTimeout(resolve, 2000));
      document.body.style.backgroundImage = '';
      return tried.length;
    },
    [port, udpPort] as const,
  );
  expect(ways).toBeGreaterThan(100);
  await app.page.waitForTimeout(500);
  expect(knocks).toEqual([]);
});

test('6: no process of the program listens or is connected anywhere', async () => {
  const open = await app.electron.evaluate(async ({ app: electronApp }) => {
    const { readFileSync, readdirSync, readlinkSync } = process.getBuiltinModule('node:fs');
    const own = new Set<string>();
    for (const { pid } of electronApp.getAppMetrics()) {
      try {
        for (const fd of readdirSync(`/proc/${pid}/fd`)) {
          const inode = /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1];
          if (inode) own.add(inode);
        }
      } catch {
        // A sandboxed process shows nothing of itself, and has no network either.
      }
    }
    return ['tcp', 'tcp6', 'udp', 'udp6'].flatMap((table) =>
      readFileSync(`/proc/net/${table}`, 'utf8')
        .split('\n')
        .slice(1)
        .map((line) => line.trim().split(/\s+/))
        .filter((columns) => own.has(columns[9] ?? ''))
        .map((columns) => `${table} ${columns[1]} ${columns[2]}`),
    );
  });
  // The test itself drives the program through Node's inspector and Chromium's debugging port, both on loopback;
  // the packaged program has neither (packaged.spec.ts).
  const foreign = open.filter((line) => !/ 0100007F:[0-9A-F]{4} /.test(line));
  expect(foreign).toEqual([]);
});
