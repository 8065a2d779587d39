/** For comparing names: NFC, one blank between words, upper case (Uỷ and Ủy are the same word). */
export function foldText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .trim()
    .toUpperCase()
    .replace(/^UỶ BAN/u, 'ỦY BAN');
}
