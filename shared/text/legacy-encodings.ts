import { TCVN3, VISCII, VISCII_CONTROLS, WINDOWS_1252, WINDOWS_1258 } from './single-byte-tables.ts';
import { isVietnameseSyllable } from './vietnamese-syllable.ts';
import { decodeVni } from './vni.ts';

/** Encodings of Vietnamese before Unicode. VNI writes a letter and its mark as two characters. */
const LEGACY_ENCODINGS = ['windows-1258', 'tcvn3', 'vni', 'viscii'] as const;
export type LegacyEncoding = (typeof LEGACY_ENCODINGS)[number];

const TABLES: Readonly<Record<LegacyEncoding, string>> = {
  'windows-1258': WINDOWS_1258,
  tcvn3: TCVN3,
  viscii: VISCII,
  vni: WINDOWS_1252,
};

/** Code unit of every byte under an encoding; for VNI before its letter-and-mark pairs are joined. */
export function codeUnits(encoding: LegacyEncoding): Uint16Array {
  const units = new Uint16Array(256);
  const upper = TABLES[encoding];
  for (let byte = 0; byte < 256; byte++) units[byte] = byte < 128 ? byte : upper.charCodeAt(byte - 128);
  if (encoding === 'viscii') for (const [byte, letter] of VISCII_CONTROLS) units[byte] = letter.charCodeAt(0);
  return units;
}

/** Bytes that stand for themselves between words in all four encodings. */
const SEPARATORS = /[\t\n\r\u0020-\u0040[\\\]^_`{|}~]+/;
const NON_ASCII = /[^\u0000-\u007f]/;
const MAX_WORDS = 1500;

/**
 * Tells the legacy encodings apart: the one under which the largest share of the non-ASCII words are legal syllables.
 * `bytes` is the text with each byte as one character (Latin-1). `score` is that share; below about 0.6 nothing is
 * certain and Windows-1258 is returned.
 */
export function detectLegacyEncoding(bytes: string): { encoding: LegacyEncoding; score: number } {
  const words = bytes
    .split(SEPARATORS)
    .filter((word) => NON_ASCII.test(word))
    .slice(0, MAX_WORDS);
  let best: { encoding: LegacyEncoding; score: number } = { encoding: 'windows-1258', score: 0 };
  for (const encoding of LEGACY_ENCODINGS) {
    const units = codeUnits(encoding);
    const score = shareOfSyllables(
      words.map((word) => {
        const decoded = mapUnits(word, units);
        return encoding === 'vni' ? decodeVni(decoded) : decoded;
      }),
    );
    if (score > best.score) best = { encoding, score };
  }
  return best;
}

function mapUnits(word: string, units: Uint16Array): string {
  let text = '';
  for (let i = 0; i < word.length; i++) text += String.fromCharCode(units[word.charCodeAt(i) & 255] ?? 0);
  return text.normalize('NFC');
}

/** Share (0–1) of words that are legal syllables; 0 of none. */
function shareOfSyllables(words: readonly string[]): number {
  if (words.length === 0) return 0;
  return words.filter(isVietnameseSyllable).length / words.length;
}

const FROM_1252 = new Map([...WINDOWS_1252].map((letter, i) => [letter.charCodeAt(0), TCVN3.charCodeAt(i)]));
for (let byte = 0x80; byte < 0x100; byte++)
  if (!FROM_1252.has(byte)) FROM_1252.set(byte, TCVN3.charCodeAt(byte - 0x80));

/** Whether text has only characters of the Western code page, as text in old Vietnamese fonts has. */
export function isWesternText(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 0xff && !FROM_1252.has(unit)) return false;
  }
  return true;
}

/** TCVN3 text that a spreadsheet keeps as Western characters (`Hå s¬` → `Hồ sơ`). */
export function decodeTcvn3Text(text: string): string {
  let decoded = '';
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    decoded += unit < 128 ? text[i] : String.fromCharCode(FROM_1252.get(unit) ?? unit);
  }
  return decoded;
}

/** VNI text that a spreadsheet keeps as Western characters (`Hoà sô` → `Hồ sơ`). */
export { decodeVni as decodeVniText } from './vni.ts';

/**
 * Whether strings of a spreadsheet are TCVN3 or VNI text behind Western characters; null when they are plain Unicode
 * or too few to tell. Only words with a character beyond ASCII speak.
 */
export function detectTextEncoding(strings: readonly string[]): 'tcvn3' | 'vni' | null {
  const words = strings
    .flatMap((text) => text.split(SEPARATORS))
    .filter((word) => NON_ASCII.test(word))
    .slice(0, MAX_WORDS);
  if (words.length < 2) return null;
  const plain = shareOfSyllables(words);
  const tcvn3 = shareOfSyllables(words.map(decodeTcvn3Text));
  const vni = shareOfSyllables(words.map(decodeVni));
  const best = Math.max(tcvn3, vni);
  if (best < 0.7 || plain > best - 0.3) return null;
  return tcvn3 >= vni ? 'tcvn3' : 'vni';
}
