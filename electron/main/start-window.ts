import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { app, type BrowserWindow, Menu, session } from 'electron';
import { openLog } from '#electron/application/app/log.ts';
import { registerBoundary } from '#electron/ipc/register.ts';
import type { ServiceOptions } from '#electron/ipc/service-messages.ts';
import { NOTICE_CHANNEL } from '#shared/ipc/channels.ts';
import type { Notice } from '#shared/ipc/result.ts';
import { dataFolder, prepareFolder } from './paths.ts';
import { declareScheme, servePage } from './protocol.ts';
import { guardContents, guardSession, isTrustedSender, quietChromium, trustedWindows } from './security.ts';
import { type ServiceHost, startService } from './service-host.ts';
import { createTrace } from './trace.ts';
import { confirmStart, forgetStart } from './update/launch.ts';
import { createWindow } from './window.ts';

/** Without a first picture after this time one is taken as it is, so that a shot never hangs. */
const SHOT_PATIENCE_MS = 60_000;

export interface WindowOptions {
  /** Folder of the built app (`out/`). */
  readonly outDir: string;
  readonly resourcesDir: string;
  /** File for a picture of the first usable page, after which the app ends. */
  readonly shot: string | null;
}

/** Starts the app with its window. Everything up to `whenReady` runs at once (SECURITY 2, 15). */
export function startWindow(options: WindowOptions): void {
  const trace = createTrace(process.env.SCL_TRACE === '1', process.getCreationTime() ?? Date.now());
  trace('main-start');
  const dataDir = dataFolder(process.env);
  const folders = prepareFolder(dataDir);
  app.setPath('userData', folders.window);
  app.enableSandbox();
  declareScheme();
  quietChromium();
  if (!app.requestSingleInstanceLock()) {
    // The other window comes to the front instead.
    forgetStart();
    app.exit(0);
    return;
  }
  Menu.setApplicationMenu(null);
  guardContents((what) => note(folders.logs, what));

  process.on('uncaughtException', (error) => {
    logFault(folders.logs, error, 'main');
    app.exit(70);
  });

  let window: BrowserWindow | null = null;
  app.on('second-instance', () => {
    if (window === null) return;
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  app.on('window-all-closed', () => app.quit());

  void app.whenReady().then(() => {
    trace('app-ready');
    const service = startServiceOf(
      { dataDir, resourcesDir: options.resourcesDir, version: app.getVersion() },
      options.outDir,
      folders.logs,
      trace,
    );
    const root = join(options.outDir, 'renderer');
    servePage(session.defaultSession, root);
    guardSession(session.defaultSession, (what) => note(folders.logs, what));
    const interactive = connect(service, () => window, { root, dataDir, logs: folders.logs }, trace);
    window = createWindow(options.outDir, options.shot !== null);
    trace('window-created');
    window.once('ready-to-show', () => trace('window-shown'));
    // The page holds nothing that is not saved: after a crash it is simply loaded again.
    window.webContents.on('render-process-gone', (_event, { reason }) => {
      note(folders.logs, `page gone: ${reason}`);
      if (reason !== 'clean-exit') window?.webContents.reload();
    });
    window.once('closed', () => {
      window = null;
    });
    void interactive.then(confirmStart);
    if (options.shot !== null) void shoot(options.shot, window, interactive);
    endWith(service);
  });
}

/** Registers the calls; what parses them is loaded while the page is being loaded. Resolves when the page is usable. */
function connect(
  service: ServiceHost,
  window: () => BrowserWindow | null,
  { root, dataDir, logs }: { readonly root: string; readonly dataDir: string; readonly logs: string },
  trace: ReturnType<typeof createTrace>,
): Promise<void> {
  let usable: () => void;
  const interactive = new Promise<void>((resolve) => {
    usable = resolve;
  });
  const parts = import('./calls.ts').then(({ createCalls }) =>
    createCalls({
      service,
      window,
      language: () => languageOf(dataDir),
      root,
      dataDir,
      report: (what) => note(logs, what),
      milestone: (name, at) => {
        trace(name, { page: at });
        if (name === 'interactive') usable();
      },
    }),
  );
  registerBoundary({
    isTrusted: isTrustedSender,
    route: async (channel, input) => (await parts).route(channel, input),
    dropped: async (path) => (await parts).dropped(path),
    log: (error, channel) => logFault(logs, error, channel),
  });
  return interactive;
}

function startServiceOf(
  options: ServiceOptions,
  outDir: string,
  logs: string,
  trace: ReturnType<typeof createTrace>,
): ServiceHost {
  return startService(outDir, options, {
    notice: (notice: Notice) => {
      for (const contents of trustedWindows()) contents.send(NOTICE_CHANNEL, notice);
    },
    stage: (name) => trace(name),
    ended: (code) => logFault(logs, new RangeError(`the service ended with code ${code}`), 'service'),
  });
}

/** Lets the service close its folder before the app ends. */
function endWith(service: ServiceHost): void {
  let stopped = false;
  app.on('will-quit', (event) => {
    if (stopped) return;
    event.preventDefault();
    void service.stop().then(() => {
      stopped = true;
      app.quit();
    });
  });
}

async function shoot(file: string, window: BrowserWindow, interactive: Promise<void>): Promise<void> {
  const patience = new Promise<void>((resolve) => setTimeout(resolve, SHOT_PATIENCE_MS).unref());
  await Promise.race([interactive, patience]);
  const { leavePicture } = await import('./picture.ts');
  await leavePicture(window, file);
}

/** The language of the system's dialogs, as the preferences say. */
function languageOf(dataDir: string): 'vi' | 'en' {
  try {
    return JSON.parse(readFileSync(join(dataDir, 'preferences.json'), 'utf8')).language === 'en'
      ? 'en'
      : 'vi';
  } catch {
    return 'vi';
  }
}

function logFault(logs: string, error: unknown, where: string): string {
  return openLog(logs).fault(error, where);
}

function note(logs: string, what: string): void {
  openLog(logs).note(what);
}
