/** What nobody sees: soft hyphens, zero-width signs, marks of direction, halves of surrogates, signs no file can hold. */
const INVISIBLE =
  /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const BLANKS = /[\s\u0000-\u001f\u007f-\u00a0]+/gu;

/**
 * A text in the form in which texts are compared by what people see of them: without invisible signs, which come along
 * when something is pasted and which lists do not keep; accents composed; runs of blanks as one, none at the ends.
 */
export function comparableText(text: string): string {
  return text.replace(INVISIBLE, '').normalize('NFC').replace(BLANKS, ' ').trim();
}
