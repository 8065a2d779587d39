/** An attachment of a mail. */
export interface MailAttachment {
  readonly name: string;
  readonly content: Buffer;
}

const DEPTH = 6;
const MOST_PARTS = 200;

/**
 * The one PDF or zip attached to a mail as programs save it (`.eml`, RFC 2045 and 2046); null when there is none or
 * more than one.
 */
export function pdfOfMail(bytes: Buffer): MailAttachment | null {
  const found = attachments(bytes.toString('latin1'), 0);
  const [single, ...more] = found.filter(
    ({ name, content }) => /\.(pdf|zip)$/i.test(name) || content.subarray(0, 5).equals(PDF),
  );
  return single !== undefined && more.length === 0 ? single : null;
}

const PDF = Buffer.from('%PDF-');

function attachments(part: string, depth: number): MailAttachment[] {
  const split = /\r?\n\r?\n/.exec(part);
  if (!split || depth > DEPTH) return [];
  const headers = readHeaders(part.slice(0, split.index));
  const body = part.slice(split.index + split[0].length);
  const type = headers.get('content-type') ?? '';
  const boundary = parameter(type, 'boundary');
  if (/^multipart\//i.test(type) && boundary !== null) {
    return body
      .split(`--${boundary}`)
      .slice(1, MOST_PARTS)
      .flatMap((inner) => attachments(inner.replace(/^[ \t]*\r?\n/, ''), depth + 1));
  }
  const name =
    parameter(headers.get('content-disposition') ?? '', 'filename') ?? parameter(type, 'name') ?? '';
  const isPdf = /^application\/(pdf|zip|x-zip)/i.test(type);
  if (!isPdf && !/\.(pdf|zip)/i.test(decodeWords(name))) return [];
  if (!/^base64$/i.test((headers.get('content-transfer-encoding') ?? '').trim())) return [];
  const shown = decodeWords(name) || 'bao-cao.pdf';
  return [{ name: shown, content: Buffer.from(body.replace(/[^A-Za-z0-9+/=]/g, ''), 'base64') }];
}

function readHeaders(text: string): Map<string, string> {
  const headers = new Map<string, string>();
  for (const line of text.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return headers;
}

function parameter(value: string, name: string): string | null {
  const match = new RegExp(`;\\s*${name}\\*?=(?:"([^"]*)"|([^;\\s]*))`, 'i').exec(value);
  return match ? (match[1] ?? match[2] ?? null) : null;
}

/** `=?UTF-8?B?…?=` and `=?UTF-8?Q?…?=`, and the percent form of RFC 2231. */
function decodeWords(text: string): string {
  const words = text.replace(/=\?utf-8\?([bq])\?([^?]*)\?=\s*/gi, (_, how: string, word: string) =>
    how.toLowerCase() === 'b'
      ? Buffer.from(word, 'base64').toString('utf8')
      : Buffer.from(
          word
            .replace(/_/g, ' ')
            .replace(/=([0-9A-F]{2})/gi, (_all, hex: string) =>
              String.fromCharCode(Number.parseInt(hex, 16)),
            ),
          'latin1',
        ).toString('utf8'),
  );
  const percent = /^utf-8''(.*)$/i.exec(words);
  if (!percent) return words;
  try {
    return decodeURIComponent(percent[1] ?? '');
  } catch {
    return words;
  }
}
