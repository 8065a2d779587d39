import { BrowserWindow, type Session, session, type WebContentsPrintOptions } from 'electron';
import { SHEETS_PAPER_PATH, SHEETS_URL } from '../origin.ts';
import { servePage } from '../protocol.ts';
import { guardSession } from '../security.ts';
import { withTime } from './with-time.ts';

/** How long the system may take over a job, ms: it may wait for a printer on the network. */
const PRINT_PATIENCE_MS = 180_000;

/** The pages of one paper in a window nobody sees. */
export interface Sheets {
  /** Opens the paper; how many pages it has. */
  open(): Promise<number>;
  /** Draws a page (from 1) on a sheet of its own; whether it lies on its side. */
  draw(page: number): Promise<boolean>;
  /** Takes all sheets away. */
  clear(): Promise<void>;
  /** Prints the sheets; false when the system did not take them. */
  print(options: WebContentsPrintOptions): Promise<boolean>;
  close(): void;
}

export interface SheetsParts {
  /** Folder of the page's files. */
  readonly root: string;
  report(what: string): void;
}

/**
 * Makes hidden windows that show nothing but the pages to be printed. Such a window has no bridge to the program: no
 * preload script, a session of its own in memory, under the same policy as the app's page. The paper is handed to it
 * as a file of its own address, which only this session serves.
 */
export function createSheets({ root, report }: SheetsParts): (pdf: Uint8Array, title: string) => Sheets {
  let own: Session | null = null;
  let paper: Uint8Array | null = null;
  const ownSession = (): Session => {
    if (own === null) {
      own = session.fromPartition('sheets', { cache: false });
      servePage(own, root, (path) => (path === SHEETS_PAPER_PATH ? paper : null));
      guardSession(own, report);
    }
    return own;
  };

  return (pdf, title) => {
    paper = pdf;
    const window = new BrowserWindow({
      show: false,
      width: 800,
      height: 600,
      skipTaskbar: true,
      focusable: false,
      webPreferences: {
        session: ownSession(),
        contextIsolation: true,
        sandbox: true,
        webSecurity: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webviewTag: false,
        experimentalFeatures: false,
        allowRunningInsecureContent: false,
        navigateOnDragDrop: false,
        spellcheck: false,
        devTools: false,
        // Nobody looks: neither does it need to be drawn on a screen nor may its timers be slowed down for that.
        backgroundThrottling: false,
      },
    });
    const { webContents } = window;
    /** Rejects when the page is gone, which a question to it would not. */
    const gone = new Promise<never>((_resolve, reject) => {
      webContents.once('render-process-gone', () => reject(new RangeError('the sheets are gone')));
      webContents.once('destroyed', () => reject(new RangeError('the sheets are closed')));
    });
    gone.catch(() => undefined);
    const ask = <T>(call: string): Promise<T> =>
      Promise.race([webContents.executeJavaScript(`window.sheets.${call}`) as Promise<T>, gone]);

    return {
      async open() {
        await Promise.race([window.loadURL(SHEETS_URL), gone]);
        return ask<number>(`open(${JSON.stringify(title)})`);
      },
      draw: (page) => ask<boolean>(`draw(${page})`),
      clear: () => ask<void>('clear()'),
      print: (options) =>
        withTime(
          Promise.race([
            new Promise<boolean>((resolve) => webContents.print(options, (done) => resolve(done))),
            gone,
          ]),
          PRINT_PATIENCE_MS,
          false,
        ),
      close() {
        if (paper === pdf) paper = null;
        if (!window.isDestroyed()) window.destroy();
      },
    };
  };
}
