import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { Keystrokes } from './keystrokes.ts';

/** One step of a walk: what it cost whoever walked. */
interface Step {
  readonly title: string;
  /** Keys for what only the person knows: names, codes, passphrases. */
  readonly content: number;
  /** Keys for everything else. */
  readonly other: number;
  /** What the machine took, typing included. */
  readonly milliseconds: number;
}

/**
 * A walk through the program by keyboard that notes keys and time of every step. With `SCL_WALK=FOLDER` it leaves there a
 * picture of the window after each step and `walk.md`, the table.
 */
export class Walk {
  readonly keys: Keystrokes;
  private readonly steps: Step[] = [];
  private readonly folder = process.env.SCL_WALK;
  private pictures = 0;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.keys = new Keystrokes(page);
    if (this.folder) mkdirSync(this.folder, { recursive: true });
  }

  /** Takes a step and notes what it cost; `act` ends when what was wanted is on the screen. */
  async step(title: string, act: () => Promise<void>): Promise<void> {
    this.keys.begin();
    const began = performance.now();
    await act();
    const milliseconds = performance.now() - began;
    this.steps.push({ title, ...this.keys.end(), milliseconds });
    await this.picture(title);
    if (this.folder) writeFileSync(join(this.folder, 'walk.md'), this.table());
  }

  /** Leaves a picture, if pictures are wanted. */
  async picture(title: string): Promise<void> {
    if (!this.folder) return;
    this.pictures += 1;
    const name = `${String(this.pictures).padStart(2, '0')}-${title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`;
    await this.page.screenshot({ path: join(this.folder, `${name}.png`), animations: 'disabled' });
  }

  /** What all steps together cost. */
  total(): Step {
    const sum = (of: (step: Step) => number) => this.steps.reduce((all, step) => all + of(step), 0);
    return {
      title: 'all',
      content: sum(({ content }) => content),
      other: sum(({ other }) => other),
      milliseconds: sum(({ milliseconds }) => milliseconds),
    };
  }

  private table(): string {
    const line = ({ title, content, other, milliseconds }: Step, bold = '') =>
      `| ${bold}${title}${bold} | ${content} | ${other} | ${(milliseconds / 1000).toFixed(1)} |`;
    return [
      '| step | keys for names, codes, passphrases | other keys | machine seconds |',
      '|---|--:|--:|--:|',
      ...this.steps.map((step) => line(step)),
      line(this.total(), '**'),
      '',
    ].join('\n');
  }
}

/** Tab until the wanted control has the focus: what cannot be reached by Tab fails here. */
export async function tabTo(keys: Keystrokes, name: RegExp, most = 60): Promise<void> {
  await pressTabTo(keys.page, name, most, () => keys.press('Tab'));
}

/** The same with keys that nobody counts. */
export async function pressTabTo(
  page: Page,
  name: RegExp,
  most = 120,
  press: () => Promise<void> = () => page.keyboard.press('Tab'),
): Promise<void> {
  for (let step = 0; step < most; step += 1) {
    const label = await page.evaluate(() => {
      const at = document.activeElement;
      if (!(at instanceof HTMLElement)) return '';
      const labels =
        at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement ? [...(at.labels ?? [])] : [];
      return [at.getAttribute('aria-label'), ...labels.map((one) => one.textContent), at.textContent].join(
        ' ',
      );
    });
    if (name.test(label)) return;
    await press();
  }
  throw new Error(`Tab does not reach ${name}`);
}
