import { inflateSync } from 'node:zlib';
import type { VerifyReason } from './rejection.ts';

/** What happened to a PDF that is no report of exact form, by what programs leave behind in it. */
export function explainPdf(bytes: Buffer, reason: VerifyReason): VerifyReason {
  const text = bytes.toString('latin1');
  if (/^%PDF-1\.\d\r\n/.test(text)) return say('LINE_ENDS_CONVERTED');
  if (
    /\/Encrypt\s/.test(text.slice(text.lastIndexOf('startxref') - 4096)) ||
    /\/Encrypt \d+ \d+ R/.test(text)
  )
    return say('PASSWORD_ADDED');
  if (reason.code !== 'STRUCTURE_ALTERED' && reason.code !== 'SIGNATURE_MISSING') return reason;
  const ends = [...text.matchAll(/%%EOF/g)].length;
  if (ends === 0) return say('TRUNCATED', { bytes: bytes.length });
  const all = withPackedObjects(bytes);
  const signed = text.includes('/ETSI.CAdES.detached') && text.includes('/ByteRange');
  if (!signed || !OUR_START.test(text)) return withoutOurSignature(text, all, isOurs(all) || signed);
  if (!/%%EOF\s*$/.test(text) || (ends === 1 && !text.endsWith('%%EOF\n')))
    return say('BYTES_APPENDED', { bytes: bytes.length - text.lastIndexOf('%%EOF') - 6 });
  return ends > 1 ? say('CHANGED_AFTER_SIGNING') : reason;
}

/** The first bytes as only our writer puts them. */
const OUR_START = /^%PDF-1\.7\n%\xff\xff\xff\xff\n/;

/** Words that our writer leaves in a file and that most programs keep. */
function isOurs(text: string): boolean {
  return text.includes('bao-cao.json') || text.includes('so-chat-luong') || text.includes('Tinos');
}

function withoutOurSignature(text: string, all: string, ours: boolean): VerifyReason {
  const program = producerOf(all);
  const rewritten = !OUR_START.test(text);
  if (ours) return rewritten ? say('REWRITTEN', { program }) : say('SIGNATURE_MISSING');
  // A scan: pictures and no fonts.
  if (/\/Subtype\s*\/Image/.test(all) && !/\/Type\s*\/Font\b/.test(all)) return say('SCANNED');
  return say('NOT_A_REPORT');
}

const MOST_STREAMS = 200;
const LARGEST_STREAM = 4 * 1024 * 1024;

/** The file as text, and behind it what its object streams hold: most programs that save a PDF anew use them. */
function withPackedObjects(bytes: Buffer): string {
  const text = bytes.toString('latin1');
  const packed = [...text.matchAll(/\/ObjStm[\s\S]{0,200}?stream\r?\n/g)]
    .slice(0, MOST_STREAMS)
    .map((match) => {
      try {
        const end = text.indexOf('endstream', match.index);
        const raw = bytes.subarray(match.index + match[0].length, end < 0 ? undefined : end);
        return inflateSync(raw, { maxOutputLength: LARGEST_STREAM }).toString('latin1');
      } catch {
        return '';
      }
    });
  return packed.length === 0 ? text : `${packed.join('\n')}\n${text}`;
}

/** Name of the program that wrote the file last, as far as it can be read. */
function producerOf(text: string): string | null {
  const plain = [...text.matchAll(/\/Producer\s*\(((?:[^()\\]|\\.){1,120})\)/g)].at(-1)?.[1];
  const hex = [...text.matchAll(/\/Producer\s*<([0-9A-Fa-f]{2,400})>/g)].at(-1)?.[1];
  const raw = plain ?? (hex === undefined ? undefined : Buffer.from(hex, 'hex').toString('latin1'));
  if (raw === undefined) return null;
  const name = raw.startsWith('\xfe\xff')
    ? Buffer.from(raw.slice(2, 2 + 2 * Math.floor((raw.length - 2) / 2)), 'latin1')
        .swap16()
        .toString('utf16le')
    : raw;
  return name.replace(/[\u0000-\u001f\u007f\\]/g, '').slice(0, 80) || null;
}

function say(code: VerifyReason['code'], params: VerifyReason['params'] = {}): VerifyReason {
  return { code, params };
}
