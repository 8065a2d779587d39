import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme } from 'electron';
import { START_URL } from './origin.ts';
import { trustWindow } from './security.ts';

/** The smallest window in which everything fits; the usual one is the office PC's 1366×768. */
const SIZE = { width: 1366, height: 768, minWidth: 960, minHeight: 600 } as const;

/** The page's own ground, shown until its first picture. */
const PAPER = { light: '#fbfaf7', dark: '#17191c' } as const;

/**
 * Makes a window. The only place that does: every window has the same protections (SECURITY 1).
 *
 * @param outDir folder of the built app (`out/`)
 * @param forPicture whether the page alone, without the frame, has the size
 */
export function createWindow(outDir: string, forPicture: boolean): BrowserWindow {
  const window = new BrowserWindow({
    ...SIZE,
    useContentSize: forPicture,
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? PAPER.dark : PAPER.light,
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
  window.once('ready-to-show', () => window.show());
  void window.loadURL(START_URL);
  return window;
}
