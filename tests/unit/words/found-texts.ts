import { parseSync } from '@swc/core';

/** A text of the sources that a person may come to read. */
export interface FoundText {
  readonly line: number;
  readonly text: string;
}

/** Attributes whose text is shown or read aloud. */
const SHOWN =
  /^(?:title|label|placeholder|description|error|alt|content|tooltip|aria-(?:label|description|roledescription|valuetext|placeholder))$/;
/** A letter that only Vietnamese words have; `đ` included. */
const VIETNAMESE = /[à-ãè-êìíò-õùúýăđĩũơưạ-ỹ]/iu;
const LETTER = /\p{L}/u;
/** Two words that no identifier, path, class name or selector is made of. */
const SENTENCE = /^\p{Lu}\p{Ll}*[,.]? \p{Ll}+ .*\p{L}/u;

interface SyntaxNode {
  readonly type?: string;
  readonly span?: { readonly start: number };
  readonly [key: string]: unknown;
}

/**
 * Texts of a TypeScript source that belong into the catalogues: whatever JSX shows between tags or in an attribute that
 * is read, Vietnamese anywhere, English sentences anywhere but in an `Error` or `throw`, which are for logs. Comments,
 * types, keys of objects, regular expressions and what stands inside a call of `t` are none.
 */
export function textsOutsideCatalogues(source: string, tsx = true): FoundText[] {
  const tree = parseSync(source, { syntax: 'typescript', tsx }) as unknown as SyntaxNode;
  // Places are counted on through a process, in bytes: those of the first statement tell where this source begins.
  const bytes = Buffer.from(source);
  const begin = tree.span?.start ?? 0;
  const lead = bytes.length - Buffer.byteLength(source.trimStart());
  const found: FoundText[] = [];
  const note = (node: SyntaxNode, text: string): void => {
    const at = Math.max(0, (node.span?.start ?? begin) - begin + lead);
    found.push({ line: bytes.subarray(0, at).toString().split('\n').length, text: text.trim() });
  };
  visit(tree, { shown: false, quiet: false }, note);
  return found;
}

interface Place {
  /** What a string here says is shown. */
  readonly shown: boolean;
  /** Nobody but an engineer reads it. */
  readonly quiet: boolean;
}

function visit(node: unknown, place: Place, note: (node: SyntaxNode, text: string) => void): void {
  if (Array.isArray(node)) {
    for (const each of node) visit(each, place, note);
    return;
  }
  if (typeof node !== 'object' || node === null) return;
  const here = node as SyntaxNode;
  const text = textOf(here);
  if (text !== null) {
    const wrong =
      VIETNAMESE.test(text) || (place.shown && LETTER.test(text)) || (!place.quiet && SENTENCE.test(text));
    if (wrong) note(here, text);
    return;
  }
  switch (here.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'TsTypeAliasDeclaration':
    case 'TsInterfaceDeclaration':
    case 'TsTypeAnnotation':
      return;
    case 'JSXAttribute': {
      const name = (here.name as { value?: string }).value ?? '';
      visit(here.value, { ...place, shown: SHOWN.test(name) }, note);
      return;
    }
    case 'JSXElement':
      visit(here.opening, { ...place, shown: false }, note);
      visit(here.children, { ...place, shown: true }, note);
      return;
    case 'JSXFragment':
      visit(here.children, { ...place, shown: true }, note);
      return;
    case 'CallExpression':
    case 'NewExpression': {
      const quiet = place.quiet || /(?:Error|Fault)$/.test(nameOf(here.callee));
      // What is passed to a call is shown only if the call gives it back: the words of `t` are keys.
      for (const key of ['callee', 'arguments']) visit(here[key], { shown: false, quiet }, note);
      return;
    }
    case 'BinaryExpression':
      // Compared, not shown.
      visit(
        [here.left, here.right],
        /^[=!<>]/.test(String(here.operator)) ? { ...place, shown: false } : place,
        note,
      );
      return;
    case 'ConditionalExpression':
      visit(here.test, { ...place, shown: false }, note);
      visit([here.consequent, here.alternate], place, note);
      return;
    case 'MemberExpression':
    case 'ObjectExpression':
    case 'ArrowFunctionExpression':
      for (const [key, value] of Object.entries(here))
        if (key !== 'span') visit(value, { ...place, shown: false }, note);
      return;
    case 'KeyValueProperty':
      visit(here.value, place, note);
      return;
    default:
      for (const [key, value] of Object.entries(here)) if (key !== 'span') visit(value, place, note);
  }
}

function textOf(node: SyntaxNode): string | null {
  if (node.type === 'StringLiteral' || node.type === 'JSXText') return String(node.value);
  if (node.type === 'TemplateElement') return String(node.cooked ?? node.raw);
  return null;
}

function nameOf(callee: unknown): string {
  const { value, property } = (callee ?? {}) as { value?: string; property?: { value?: string } };
  return property?.value ?? value ?? '';
}
