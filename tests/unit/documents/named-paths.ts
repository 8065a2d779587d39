/** Paths that a document names. */
export interface NamedPaths {
  /** From the top of the project: their first part is one of its folders. May hold `*`. */
  readonly whole: readonly string[];
  /** Sources by their name or the end of their path (`keyring.ts`, `access/keyring.ts`). */
  readonly parts: readonly string[];
  /** Relative targets of links and pictures, as seen from the document. */
  readonly links: readonly string[];
}

const FENCE = /^```[\s\S]*?^```/gm;
const SOURCE = /^[\w.-]+(?:\/[\w.-]+)*\.(?:ts|tsx|mjs|cjs)$/;

/**
 * The paths of a document, by what is written in backticks, at the beginning of a line in a fenced block, or as the
 * target of a link. Names in capitals (`ID.json`) stand for any name and are left out, addresses of the web too.
 */
export function namedPaths(markdown: string, folders: readonly string[]): NamedPaths {
  const prose = markdown.replace(FENCE, '');
  const fenced = (markdown.match(FENCE) ?? []).flatMap((block) => block.split('\n').slice(1, -1));
  const spans = [...prose.matchAll(/`([^`\n]+)`/g)].map(([, span = '']) => span);
  const words = [...spans, ...fenced.map((line) => line.split(/\s/, 1)[0] ?? '')]
    .flatMap(alternatives)
    .map((word) => word.replace(/:\d+$/, '').replace(/\/+(?:\*+)?$/, ''))
    .filter((word) => /^[\w./*@-]+$/.test(word) && !hasPlaceholder(word));
  const isWhole = (word: string) => word.includes('/') && folders.includes(word.split('/', 1)[0] ?? '');
  return {
    whole: words.filter(isWhole),
    parts: words.filter((word) => !isWhole(word) && SOURCE.test(word)),
    links: [...prose.matchAll(/\]\(([^)\s#]+)(?:#[^)]*)?\)/g)]
      .map(([, target = '']) => target)
      .filter((target) => !/^[a-z]+:/.test(target)),
  };
}

/** `a/{b,c}/d` → `a/b/d`, `a/c/d`. */
function alternatives(word: string): string[] {
  const braces = /^(.*?)\{([^{}]+)\}(.*)$/.exec(word);
  if (!braces) return [word];
  const [, before = '', inside = '', after = ''] = braces;
  return inside.split(',').flatMap((each) => alternatives(`${before}${each}${after}`));
}

/** Whether a part of the path is written in capitals: it stands for any name. */
function hasPlaceholder(word: string): boolean {
  return word.split('/').some((part) => /^[A-Z][A-Z_-]*(?:\.|$)/.test(part) && part !== 'README.md');
}
