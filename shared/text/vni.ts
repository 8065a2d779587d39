/**
 * VNI (VNI-Windows fonts): a base letter followed by a mark that is itself a Western letter, `Nguyeãn` = `Nguyễn`.
 * The npm converters get it wrong, so the table is here, built from its rule.
 */

/** Mark → combining characters it stands for after a, e, o, u, y, ô (=ơ), ö (=ư). */
const MARKS: Readonly<Record<string, string>> = {
  ù: '\u0301',
  ø: '\u0300',
  û: '\u0309',
  õ: '\u0303',
  ï: '\u0323',
  â: '\u0302',
  á: '\u0302\u0301',
  à: '\u0302\u0300',
  å: '\u0302\u0309',
  ã: '\u0302\u0303',
  ä: '\u0302\u0323',
  ê: '\u0306',
  é: '\u0306\u0301',
  è: '\u0306\u0300',
  ú: '\u0306\u0309',
  ü: '\u0306\u0303',
  ë: '\u0306\u0323',
};
/** Letters that VNI writes as one character. */
const SINGLES: Readonly<Record<string, string>> = {
  ô: 'ơ',
  ö: 'ư',
  í: 'í',
  ì: 'ì',
  æ: 'ỉ',
  ó: 'ĩ',
  ò: 'ị',
  ñ: 'đ',
  î: 'ỵ',
};
const TONE_ONLY = 'ùøûõï';
const CIRCUMFLEX = 'âáàåãä';
const BREVE = 'êéèúüë';

const PAIRS = new Map<string, string>();
function add(base: string, letter: string, marks: string): void {
  for (const mark of marks) {
    const combined = (letter + (MARKS[mark] ?? '')).normalize('NFC');
    const upper = combined.toUpperCase();
    PAIRS.set(base + mark, combined);
    PAIRS.set(base.toUpperCase() + mark.toUpperCase(), upper);
    PAIRS.set(base.toUpperCase() + mark, upper);
  }
}
for (const base of 'aeouy') add(base, base, TONE_ONLY);
for (const base of 'aeo') add(base, base, CIRCUMFLEX);
add('a', 'a', BREVE);
add('ô', 'ơ', TONE_ONLY);
add('ö', 'ư', TONE_ONLY);
for (const [single, letter] of Object.entries(SINGLES)) {
  PAIRS.set(single, letter);
  PAIRS.set(single.toUpperCase(), letter.toUpperCase());
}

/** Decodes VNI text given as Western characters; whatever VNI does not use stays as it is. Greedy: letter and mark first. */
export function decodeVni(text: string): string {
  let decoded = '';
  for (let i = 0; i < text.length; i++) {
    const pair = PAIRS.get(text.slice(i, i + 2));
    if (pair !== undefined && i + 1 < text.length) {
      decoded += pair;
      i++;
    } else {
      decoded += PAIRS.get(text[i] ?? '') ?? text[i];
    }
  }
  return decoded;
}
