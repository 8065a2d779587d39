import { decodeEntities, decodeEscapes, sliceText, UnusualWorkbook } from './xml-text.ts';

const LT = 60;
const GT = 62;
const SLASH = 47;
const AMP = 38;

/**
 * The shared strings of a workbook in order; rich text is joined, phonetic readings are left out. The scan knows plain
 * `<si><t>…</t></si>` at a glance and reads everything else item by item.
 */
export function readSharedStrings(bytes: Buffer): string[] {
  const strings: string[] = [];
  const root = bytes.indexOf('<sst');
  if (root < 0) {
    if (bytes.indexOf(':sst') >= 0) throw new UnusualWorkbook('prefixed shared strings');
    return strings;
  }
  let i = root + 4;
  const { length } = bytes;
  while (i < length) {
    if (bytes[i] !== LT) {
      i++;
      continue;
    }
    // <si> or <si/> — nothing else matters at this level.
    if (
      bytes[i + 1] === 115 &&
      bytes[i + 2] === 105 &&
      (bytes[i + 3] === GT || bytes[i + 3] === SLASH || bytes[i + 3] === 32)
    ) {
      if (bytes[i + 3] === SLASH) {
        strings.push('');
        i += 5;
        continue;
      }
      const plain = plainItem(bytes, i);
      if (plain >= 0) {
        strings.push(plainText);
        i = plain;
      } else {
        const end = bytes.indexOf('</si>', i);
        if (end < 0) throw new UnusualWorkbook('open string item');
        strings.push(richText(bytes.toString('utf8', i, end)));
        i = end + 5;
      }
    } else {
      i++;
    }
  }
  return strings;
}

let plainText = '';

/** Reads `<si><t>text</t></si>` at `i` into `plainText`; returns the offset behind it or -1 for any other form. */
function plainItem(b: Buffer, i: number): number {
  let at = i + 3;
  if (b[at] !== GT || b[at + 1] !== LT || b[at + 2] !== 116) return -1;
  at += 3;
  if (b[at] === 32) {
    while (at < b.length && b[at] !== GT) at++;
    if (b[at - 1] === SLASH) return -1;
  }
  if (b[at] !== GT) return -1;
  const start = at + 1;
  let end = start;
  let seen = 0;
  let amp = false;
  while (end < b.length) {
    const byte = b[end] as number;
    if (byte === LT) break;
    if (byte === AMP) amp = true;
    seen |= byte;
    end++;
  }
  // </t></si>
  if (
    b[end + 1] !== SLASH ||
    b[end + 2] !== 116 ||
    b[end + 3] !== GT ||
    b[end + 4] !== LT ||
    b[end + 5] !== SLASH ||
    b[end + 6] !== 115
  )
    return -1;
  plainText = sliceText(b, start, end, amp, seen < 128);
  return end + 9;
}

/** Text of a string item or inline string of any form; read from left to right once, however it is broken. */
export function richText(xml: string): string {
  if (/<\w{1,100}:t[\s>]/.test(xml)) throw new UnusualWorkbook('prefixed text');
  let text = '';
  let at = 0;
  let phonetic = true;
  for (;;) {
    const tag = nextTag(xml, at);
    if (tag === null) return decodeEscapes(text);
    at = tag.end;
    if (tag.name === 'rPh' && !tag.empty && phonetic) {
      const close = xml.indexOf('</rPh>', at);
      // What is read out beside a name is no part of it.
      if (close >= 0) at = close + 6;
      phonetic = close >= 0;
    } else if (tag.name === 't' && !tag.empty) {
      const close = xml.indexOf('</t>', at);
      if (close < 0) return decodeEscapes(text);
      text += partText(xml.slice(at, close));
      at = close + 4;
    }
  }
}

/** The next `<t …>` or `<rPh …>` from an offset on; null when none follows. */
function nextTag(xml: string, from: number): { name: 't' | 'rPh'; end: number; empty: boolean } | null {
  let at = from;
  for (;;) {
    const start = xml.indexOf('<', at);
    if (start < 0) return null;
    const name = xml.startsWith('rPh', start + 1) ? 'rPh' : 't';
    at = start + 1 + name.length;
    if (!xml.startsWith(name, start + 1) || !/[\s>/]/.test(xml[at] ?? '')) {
      at = start + 1;
      continue;
    }
    const close = xml.indexOf('>', at);
    if (close < 0) return null;
    return { name, end: close + 1, empty: xml[close - 1] === '/' };
  }
}

/** Text between `<t>` and `</t>`: entities resolved, except in character data. */
function partText(part: string): string {
  let text = '';
  let at = 0;
  for (;;) {
    const start = part.indexOf('<![CDATA[', at);
    const end = start < 0 ? -1 : part.indexOf(']]>', start);
    if (end < 0) return text + decodeEntities(part.slice(at));
    text += decodeEntities(part.slice(at, start)) + part.slice(start + 9, end);
    at = end + 3;
  }
}
