import type { Page } from '@playwright/test';

/** Keys pressed: for what stands on the paper (names, numbers, codes), and for everything else. */
export interface KeyCount {
  readonly content: number;
  readonly other: number;
}

/** A keyboard that counts every key pressed; a modifier held counts as one more. */
export class Keystrokes {
  readonly page: Page;
  private content = 0;
  private other = 0;

  constructor(page: Page) {
    this.page = page;
  }

  begin(): void {
    this.content = 0;
    this.other = 0;
  }

  end(): KeyCount {
    return { content: this.content, other: this.other };
  }

  /** One press, such as `Tab` or `Control+Enter` (two keys). */
  async press(key: string): Promise<void> {
    this.other += key.split('+').length;
    await this.page.keyboard.press(key);
  }

  /** A text, one key a character. */
  async type(text: string, kind: keyof KeyCount): Promise<void> {
    this[kind] += [...text].length;
    await this.page.keyboard.type(text);
  }
}
