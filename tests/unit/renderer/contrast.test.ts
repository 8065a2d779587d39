import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

// WCAG 2.2 AA by arithmetic: 1.4.3 (text 4.5 : 1) and 1.4.11 (edges of controls and marks 3 : 1), for every token, on
// every ground it stands on, in each of the four appearances. Lengths of the luminance formula: WCAG 2.2, "relative luminance".

const css = readFileSync(resolve(import.meta.dirname, '../../../renderer/ui/tokens.css'), 'utf8');

type Tokens = Readonly<Record<string, string>>;

/** Custom colours of the one block that stands behind `head`, which must be there once. */
function block(head: string, text: string): Tokens {
  const parts = text.split(`${head} {`);
  if (parts.length !== 2) throw new Error(`tokens.css: "${head}" stands ${parts.length - 1} times`);
  const body = (parts[1] ?? '').slice(0, (parts[1] ?? '').indexOf('}'));
  return Object.fromEntries(
    [...body.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

// Forced colours are the person's own: nothing is to be computed there.
const [ours = ''] = css.split('@media (forced-colors: active)');
const [plain = '', more = ''] = ours.split('@media (prefers-contrast: more)');
const DARK = ':root[data-mantine-color-scheme="dark"]';
const light = block(':root', plain);
const dark = { ...light, ...block(DARK, plain) };
const appearances: Readonly<Record<string, Tokens>> = {
  light,
  dark,
  'light, more contrast': { ...light, ...block('  :root', more) },
  'dark, more contrast': { ...dark, ...block(DARK, more) },
};

/** Relative luminance of `#rrggbb`, 0–1. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio of two colours, 1–21. */
function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

const GROUNDS = ['paper', 'surface', 'sunken'];
const MEANINGS = ['met', 'missed', 'attention', 'none', 'accent'];
/** Text and the grounds it is written on. */
const TEXTS: readonly (readonly [string, readonly string[]])[] = [
  ['ink', [...GROUNDS, 'accent-soft', ...MEANINGS.map((each) => `${each}-soft`)]],
  ['ink-2', [...GROUNDS, 'accent-soft', 'attention-soft', 'missed-soft']],
  ['ink-3', [...GROUNDS, 'accent-soft']],
  ...MEANINGS.map((each) => [each, [...GROUNDS, `${each}-soft`]] as const),
];
/** Edges of controls, focus rings, bars and marks, which carry meaning without being text. */
const MARKS = ['line-control', ...MEANINGS];
/** Lines that only part what words and space already part. */
const DECORATION = ['line', 'line-strong'];

describe.each(Object.entries(appearances))('%s', (_name, tokens) => {
  const pairs = (list: typeof TEXTS) =>
    list.flatMap(([front, grounds]) =>
      grounds.map((ground) => {
        const ratio = contrast(tokens[front] ?? '', tokens[ground] ?? '');
        return [`${front} on ${ground}`, ratio] as const;
      }),
    );

  it('writes with 4.5 : 1', () => {
    const weak = pairs(TEXTS).filter(([, ratio]) => !(ratio >= 4.5));
    expect(weak).toEqual([]);
  });

  it('draws edges and marks with 3 : 1', () => {
    const weak = pairs(MARKS.map((mark) => [mark, GROUNDS] as const)).filter(([, ratio]) => !(ratio >= 3));
    expect(weak).toEqual([]);
  });

  it('has no colour that nobody judges', () => {
    const judged = new Set([...TEXTS.flat(2), ...MARKS, ...DECORATION]);
    expect(Object.keys(tokens).filter((name) => !judged.has(name))).toEqual([]);
  });
});

it('counts as WCAG does', () => {
  expect(contrast('#000000', '#ffffff')).toBe(21);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});
