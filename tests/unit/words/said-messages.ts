import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A call that shows a message of its own accord, and the words of catalogues that its message may be. */
export interface SaidMessage {
  readonly file: string;
  /** Keys as the source writes them: `namespace:key`, or `key` where the file has namespaces of its own. */
  readonly keys: readonly string[];
  /** Namespaces the file asks for, the first being the one that is meant without saying. */
  readonly namespaces: readonly string[];
}

const SHOWN = /(?<!function )\bshow(?:Done|Undoable|Next|Refused)\(/g;

/** The first argument of a call whose opening parenthesis ends at `from`. */
function firstArgument(source: string, from: number): string {
  let depth = 0;
  for (let at = from; at < source.length; at += 1) {
    const sign = source.charAt(at);
    if ('([{'.includes(sign)) depth += 1;
    else if (')]}'.includes(sign) && depth > 0) depth -= 1;
    else if (depth === 0 && (sign === ',' || sign === ')')) return source.slice(from, at);
  }
  return '';
}

/** What the sources under a folder say when something was done, cannot be done now, or can be taken back. */
export function saidMessages(folder: string): SaidMessage[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .flatMap((file) => messagesOf(file, readFileSync(join(folder, file), 'utf8')));
}

/** The same of one source. */
export function messagesOf(file: string, source: string): SaidMessage[] {
  const asked = /useTranslation\(([^)]*)\)/.exec(source)?.[1] ?? '';
  const namespaces = [...asked.matchAll(/'([^']+)'/g)].map(([, name = '']) => name);
  return [...source.matchAll(SHOWN)].map(({ index, 0: call }) => {
    const message = firstArgument(source, index + call.length);
    const keys = [...message.matchAll(/'([\w.:-]+)'/g)].map(([, key = '']) => key);
    return { file, keys, namespaces };
  });
}

/** Keys in the catalogues (`namespace.key`, without plural endings) that the sources under a folder may say. */
export function saidKeys(folder: string): ReadonlySet<string> {
  return new Set(
    saidMessages(folder).flatMap(({ keys, namespaces }) =>
      keys.flatMap((key) =>
        key.includes(':') ? [key.replace(':', '.')] : namespaces.map((space) => `${space}.${key}`),
      ),
    ),
  );
}

/** The key of a text without its plural ending. */
export const withoutPlural = (where: string): string => where.replace(/_(?:one|other)$/, '');
