import { writeFileSync } from 'node:fs';
import { app, type BrowserWindow } from 'electron';

/** The size of the picture: the office PC's screen. */
const SIZE = { width: 1366, height: 768 } as const;
const SETTLE_MS = 400;

/** Lets fonts and transitions settle, writes the page as PNG, and ends the app. */
export async function leavePicture(window: BrowserWindow, file: string): Promise<void> {
  window.setContentSize(SIZE.width, SIZE.height);
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  const picture = await window.webContents.capturePage();
  const { width } = picture.getSize();
  const sized = width === SIZE.width ? picture : picture.resize({ width: SIZE.width });
  writeFileSync(file, sized.toPNG());
  app.quit();
}
