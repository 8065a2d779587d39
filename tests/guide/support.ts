import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { RuleType } from 'markdown-to-jsx/markdown';
import { type GuideChapter, type GuideNode, readChapter } from '#renderer/help/model.ts';

export const root = resolve(import.meta.dirname, '../..');
const folder = join(root, 'resources/guide');

export const chapterFiles = readdirSync(join(folder, 'vi'));
export const pictureFiles = readdirSync(join(folder, 'pictures'));
export const chapters: readonly GuideChapter[] = chapterFiles.map((name) =>
  readChapter(name.replace(/\.md$/u, ''), readFileSync(join(folder, 'vi', name), 'utf8')),
);

/** Nodes within a node, one level down. */
function within(node: GuideNode): readonly GuideNode[] {
  switch (node.type) {
    case RuleType.orderedList:
    case RuleType.unorderedList:
      return node.items.flat();
    case RuleType.table:
      return [...node.header, ...node.cells.flat()].flat();
    case RuleType.heading:
    case RuleType.paragraph:
    case RuleType.blockQuote:
    case RuleType.link:
    case RuleType.textFormatted:
      return node.children;
    default:
      return [];
  }
}

/** Every node of a chapter. */
export function allNodes(nodes: readonly GuideNode[]): GuideNode[] {
  return nodes.flatMap((node) => [node, ...allNodes(within(node))]);
}

/** Every text of a catalogue. */
export function textsOf(catalogue: unknown): string[] {
  if (typeof catalogue === 'string') return [catalogue];
  return typeof catalogue === 'object' && catalogue !== null
    ? Object.values(catalogue).flatMap((each) => textsOf(each))
    : [];
}

/** Sources of the window, joined. */
export function windowSources(): string {
  const sources: string[] = [];
  const walk = (path: string): void => {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      const file = join(path, entry.name);
      if (entry.isDirectory()) {
        if (entry.name !== 'help') walk(file);
      } else if (/\.tsx?$/u.test(entry.name)) sources.push(readFileSync(file, 'utf8'));
    }
  };
  walk(join(root, 'renderer'));
  return sources.join('\n');
}
