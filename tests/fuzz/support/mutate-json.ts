import type { Random } from './random.ts';

const ODD_VALUES: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  1e308,
  2 ** 53,
  '',
  ' ',
  '\u0000',
  '\ud800',
  '\u202e',
  '=1+1',
  'a'.repeat(5000),
  '9'.repeat(400),
  '2024-02-30',
  '0000-00-00',
  '99999-01-01',
  [],
  {},
  [[]],
  [null],
  { length: 1 },
  'toString',
  '__proto__',
  '\u0110\u1ed9',
  '../../etc/passwd',
];
const ODD_KEYS = ['__proto__', 'constructor', 'prototype', 'toString', 'length', '', '\u0000', 'x'];

/**
 * The text of a JSON value with one change: a value replaced, left out, doubled or nested deeply, a key that has a
 * meaning of its own in the language put in (as text, where the parser makes it a plain member).
 */
export function mutateJson(text: string, random: Random): string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return text;
  }
  const places: { readonly holder: Record<string, unknown>; readonly key: string }[] = [];
  const walk = (node: unknown, depth: number): void => {
    if (node === null || typeof node !== 'object' || depth > 50) return;
    for (const key of Object.keys(node)) {
      places.push({ holder: node as Record<string, unknown>, key });
      walk((node as Record<string, unknown>)[key], depth + 1);
    }
  };
  walk(value, 0);
  if (places.length === 0 || random.chance(0.03)) return JSON.stringify(random.pick(ODD_VALUES));
  const { holder, key } = random.pick(places);
  const mark = '\u0001place\u0001';
  switch (random.below(7)) {
    case 0:
    case 1:
      holder[key] = random.pick(ODD_VALUES);
      break;
    case 2:
      if (Array.isArray(holder)) holder.splice(Number(key), 1);
      else delete holder[key];
      break;
    case 3:
      if (Array.isArray(holder))
        holder.push(...Array.from({ length: random.pick([1, 300]) }, () => holder[0]));
      else holder[random.pick(ODD_KEYS)] = holder[key];
      break;
    case 4:
      holder[key] = random.pick(places).holder[random.pick(places).key] ?? null;
      break;
    case 5: {
      holder[key] = mark;
      const depth = random.pick([3, 200, 20_000]);
      return stringify(value).replace(JSON.stringify(mark), () => '['.repeat(depth) + ']'.repeat(depth));
    }
    default: {
      holder[key] = mark;
      const odd = JSON.stringify(random.pick(ODD_VALUES));
      return stringify(value).replace(
        JSON.stringify(mark),
        () => `{${JSON.stringify(random.pick(ODD_KEYS))}:${odd}}`,
      );
    }
  }
  return stringify(value);
}

/** What refers to itself by now is given up. */
function stringify(value: unknown): string {
  try {
    return JSON.stringify(value) ?? 'null';
  } catch {
    return 'null';
  }
}
