/** Raised when a workbook uses something the fast reader does not know; the library behind it then reads the file. */
export class UnusualWorkbook extends Error {
  constructor(what: string) {
    super(`unusual workbook: ${what}`);
    this.name = 'UnusualWorkbook';
  }
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const ENTITY = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(amp|lt|gt|quot|apos));/g;

/** Resolves the five named entities and character references; anything else stays as written (no DTD is ever read). */
export function decodeEntities(text: string): string {
  return text.replace(ENTITY, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const point = decimal !== undefined ? Number(decimal) : Number.parseInt(hex ?? '', 16);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}

const ESCAPED = /_x([0-9a-fA-F]{4})_/g;

/** Resolves `_x000D_`, the way OOXML writes characters that XML cannot hold (ECMA-376 22.9.2.19). */
export function decodeEscapes(text: string): string {
  return text.includes('_x')
    ? text.replace(ESCAPED, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
}

/** Text between two offsets, entities and escapes resolved. */
export function sliceText(
  bytes: Buffer,
  start: number,
  end: number,
  hasEntity: boolean,
  isAscii: boolean,
): string {
  const text = isAscii ? bytes.toString('latin1', start, end) : bytes.toString('utf8', start, end);
  return decodeEscapes(hasEntity ? decodeEntities(text) : text);
}

/** A tag longer than this, or with more attributes, is nothing that a program writes. */
const MAX_TAG = 64 * 1024;

/** Attributes of a start tag, without prefixes told apart; for the small parts of a workbook. */
export function attributes(tag: string): Record<string, string> {
  const found: Record<string, string> = Object.create(null) as Record<string, string>;
  if (tag.length > MAX_TAG) throw new UnusualWorkbook('tag without end');
  // From one `=` to the next: a pattern that looks for the name first tries every letter of a long word as its start.
  let at = 0;
  for (;;) {
    const equals = tag.indexOf('=', at);
    if (equals < 0) return found;
    const name = NAME_BEFORE.exec(tag.slice(Math.max(at, equals - 200), equals))?.[1];
    let open = equals + 1;
    while (isSpace(tag.charCodeAt(open))) open += 1;
    const quote = tag[open];
    const close = quote === '"' || quote === "'" ? tag.indexOf(quote, open + 1) : -1;
    if (name === undefined || close < 0) {
      at = equals + 1;
      continue;
    }
    found[name] = decodeEntities(tag.slice(open + 1, close));
    at = close + 1;
  }
}

const NAME_BEFORE = /([\w:.-]+)\s{0,20}$/;
const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13);

/** Start tags of an element, each looked for once from left to right; a tag that never ends ends the search. */
export function* startTags(xml: string, name: string): Generator<string, void, undefined> {
  let at = 0;
  for (;;) {
    const start = xml.indexOf(`<${name}`, at);
    if (start < 0) return;
    at = start + name.length + 1;
    const next = xml.charCodeAt(at);
    if (!(isSpace(next) || next === 62 || next === 47)) continue;
    const end = xml.indexOf('>', at);
    if (end < 0) return;
    at = end + 1;
    yield xml.slice(start, at);
  }
}

/** Text of an XML part. Only UTF-8 is read here. */
export function partText(bytes: Buffer): string {
  if (bytes[0] === 0xfe || bytes[0] === 0xff || bytes[1] === 0) throw new UnusualWorkbook('UTF-16 part');
  const text = bytes.toString('utf8');
  const declared = /^\ufeff?<\?xml[^>]*encoding\s*=\s*["']([\w.-]+)["']/.exec(text)?.[1];
  if (declared !== undefined && !/^(utf-?8|us-ascii)$/i.test(declared))
    throw new UnusualWorkbook(`encoding ${declared}`);
  return text;
}
