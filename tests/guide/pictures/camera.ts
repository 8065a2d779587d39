import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';

/** Space around a part that is cut out, in pixels. */
const MARGIN = 10;

const folder = join(process.env.SCL_TEST_OUTPUT ?? '', 'pictures');

interface Cut {
  /** Cut to what surrounds these. */
  readonly around?: readonly Locator[];
  /** At most this high, from the top. */
  readonly height?: number;
  /** Exactly this high, what lies below included. */
  readonly tall?: number;
}

/** Takes a picture of the window, or of a part of it, without what differs from run to run: clock, pointer, caret. */
export async function picture(page: Page, name: string, { around, height, tall }: Cut = {}): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await page.mouse.move(1365, 767);
  await page.evaluate(async () => {
    for (const line of document.querySelectorAll<HTMLElement>('nav [aria-live], nav [role="status"]'))
      line.style.visibility = 'hidden';
    await document.fonts.ready;
  });
  const options = { path: join(folder, `${name}.png`), animations: 'disabled' } as const;
  if (!around) {
    await page.screenshot(height ? { ...options, clip: { x: 0, y: 0, width: 1366, height } } : options);
    return;
  }
  const boxes = (await Promise.all(around.map((part) => part.boundingBox()))).filter((box) => box !== null);
  const x = Math.max(0, Math.min(...boxes.map((box) => box.x)) - MARGIN);
  const y = Math.max(0, Math.min(...boxes.map((box) => box.y)) - MARGIN);
  const right = Math.min(1366, Math.max(...boxes.map((box) => box.x + box.width)) + MARGIN);
  const bottom = Math.min(768, Math.max(...boxes.map((box) => box.y + box.height)) + MARGIN);
  const clip = { x, y, width: right - x, height: tall ?? Math.min(bottom - y, height ?? 768) };
  await page.screenshot({ ...options, clip });
}
