import { join } from 'node:path';
import { app, BrowserWindow } from 'electron';
import { START_URL } from './origin.ts';
import { trustWindow } from './security.ts';

/** The smallest window in which everything fits; the usual one is the office PC's 1366×768. */
const SIZE = { width: 1366, height: 768, minWidth: 960, minHeight: 600 } as const;

/**
 * Makes a window. The only place that does: every window has the same protections (SECURITY 1).
 *
 * @param outDir folder of the built app (`out/`)
 * @param show whether it appears when its first picture is ready
 */
export function createWindow(outDir: string, show: boolean): BrowserWindow {
  const window = new BrowserWindow({
    ...SIZE,
    // The picture asked for on the command line is of the page alone, without the frame.
    useContentSize: !show,
    show: false,
    backgroundColor: '#f7f8fa',
    title: 'Sổ Chất Lượng',
    autoHideMenuBar: true,
    webPreferences: {
      preload: join(outDir, 'preload', 'index.cjs'),
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
      safeDialogs: true,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  });
  trustWindow(window.webContents);
  if (show) window.once('ready-to-show', () => window.show());
  void window.loadURL(START_URL);
  return window;
}
