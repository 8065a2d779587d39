/** Names of the characters U+00A0–U+00FF in HTML, in their order. */
const LATIN_1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest ' +
  'Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig ' +
  'agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';
const OTHERS = {
  ndash: 0x2013,
  mdash: 0x2014,
  lsquo: 0x2018,
  rsquo: 0x2019,
  ldquo: 0x201c,
  rdquo: 0x201d,
  bull: 0x2022,
  hellip: 0x2026,
  check: 0x2713,
  apos: 39,
  ensp: 32,
  emsp: 32,
  thinsp: 32,
} as const;

const CODES = new Map<string, number>([
  ...LATIN_1.split(' ').map((name, i) => [name, 0xa0 + i] as const),
  ...Object.entries(OTHERS),
]);

/**
 * Writes the named characters of a page as numbers (`&ecirc;` → `&#234;`), because the library behind it knows only
 * those of XML. `&amp;` and its like stay, so that nothing is resolved twice.
 */
export function numericReferences(html: string): string {
  return html.replace(/&([a-zA-Z][a-zA-Z0-9]{1,7});/g, (whole, name: string) => {
    const code = CODES.get(name);
    return code === undefined ? whole : `&#${code};`;
  });
}
