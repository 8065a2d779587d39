import { type MarkdownToJSX, parser, RuleType } from 'markdown-to-jsx/markdown';
import { foldWords } from '#shared/text/fold.ts';
import { anchorOf } from './anchor.ts';

// The guide is plain Markdown. It is read into a tree here, once, and both the drawer and the search use that tree.

export type GuideNode = MarkdownToJSX.ASTNode;

/** A heading of a chapter and all that stands under it up to the next heading. */
export interface GuideSection {
  /** Name in links, as GitHub gives it: `#khóa-ký`. Empty for what stands before the first heading of level 2. */
  readonly anchor: string;
  readonly title: string;
  /** 1: the chapter itself. */
  readonly level: number;
  /** All its words, for the search. */
  readonly text: string;
}

export interface GuideChapter {
  /** File name without its ending. */
  readonly id: string;
  readonly title: string;
  readonly nodes: readonly GuideNode[];
  readonly sections: readonly GuideSection[];
}

/** The words of a node and all within it; pictures by their text. */
export function textOf(node: GuideNode): string {
  switch (node.type) {
    case RuleType.text:
    case RuleType.codeInline:
    case RuleType.codeBlock:
      return node.text;
    case RuleType.image:
      return node.alt ?? '';
    case RuleType.orderedList:
    case RuleType.unorderedList:
      return node.items.map((item) => textOfAll(item)).join(' ');
    case RuleType.table:
      return [node.header, ...node.cells].map((row) => row.map(textOfAll).join(' ')).join(' ');
    case RuleType.heading:
    case RuleType.paragraph:
    case RuleType.blockQuote:
    case RuleType.link:
    case RuleType.textFormatted:
      return textOfAll(node.children);
    default:
      return '';
  }
}

function textOfAll(nodes: readonly GuideNode[]): string {
  const inline = nodes.every((node) => INLINE.has(node.type));
  return nodes.map(textOf).join(inline ? '' : ' ');
}

const INLINE: ReadonlySet<number> = new Set([
  RuleType.text,
  RuleType.codeInline,
  RuleType.textFormatted,
  RuleType.link,
  RuleType.image,
]);

/** Reads a chapter. Raw HTML is text like any other. Throws when it does not begin with its title. */
export function readChapter(id: string, markdown: string): GuideChapter {
  const nodes = parser(markdown, { disableParsingRawHTML: true });
  const first = nodes[0];
  if (first?.type !== RuleType.heading || first.level !== 1) throw new Error(`${id}: no title`);
  const title = textOf(first);
  const sections: { anchor: string; title: string; level: number; text: string }[] = [
    { anchor: '', title, level: 1, text: '' },
  ];
  for (const node of nodes.slice(1)) {
    if (node.type === RuleType.heading) {
      const heading = textOf(node);
      sections.push({ anchor: anchorOf(heading), title: heading, level: node.level, text: '' });
    } else {
      const last = sections.at(-1);
      if (last) last.text = `${last.text} ${textOf(node)}`.trim();
    }
  }
  return { id, title, nodes, sections };
}

export interface GuideHit {
  readonly chapter: GuideChapter;
  readonly section: GuideSection;
  /** Words around the first place found in the text; null when the title itself fits. */
  readonly excerpt: string | null;
}

const HITS_MAX = 30;
/** Letters shown before and after what was found. */
const BEFORE = 40;
const AFTER = 90;

/**
 * Sections in which every word occurs, whatever diacritics and case: those whose title fits first, then those that have
 * the words side by side.
 */
export function searchGuide(chapters: readonly GuideChapter[], query: string): readonly GuideHit[] {
  const phrase = foldWords(query);
  const words = phrase.split(' ').filter(Boolean);
  if (words.length === 0) return [];
  const titled: GuideHit[] = [];
  const together: GuideHit[] = [];
  const within: GuideHit[] = [];
  for (const chapter of chapters) {
    for (const section of chapter.sections) {
      const title = foldWords(section.title);
      if (words.every((word) => title.includes(word))) {
        titled.push({ chapter, section, excerpt: null });
        continue;
      }
      const text = foldWords(section.text);
      if (words.every((word) => text.includes(word) || title.includes(word)))
        (text.includes(phrase) ? together : within).push({
          chapter,
          section,
          excerpt: excerptOf(section.text, text.includes(phrase) ? [phrase] : words),
        });
    }
  }
  return [...titled, ...together, ...within].slice(0, HITS_MAX);
}

/** The words around the first place found. Folding keeps the number of letters of composed text, so places agree. */
function excerptOf(text: string, words: readonly string[]): string {
  const plain = text.normalize('NFC').replace(/\s+/gu, ' ').trim();
  const folded = foldWords(plain);
  const places = words.map((word) => folded.indexOf(word)).filter((place) => place >= 0);
  const at = places.length === 0 ? 0 : Math.min(...places);
  const from = at <= BEFORE ? 0 : plain.indexOf(' ', at - BEFORE) + 1;
  const to = at + AFTER >= plain.length ? plain.length : plain.lastIndexOf(' ', at + AFTER);
  return `${from > 0 ? '… ' : ''}${plain.slice(from, to)}${to < plain.length ? ' …' : ''}`;
}
