import { RuleType } from 'markdown-to-jsx/markdown';
import { describe, expect, it } from 'vitest';
import { SCREENS } from '#renderer/app/navigation.ts';
import { TARGET_TABS } from '#renderer/app/targets-place.ts';
import { anchorOf } from '#renderer/help/anchor.ts';
import { type GuideChapter, readChapter, searchGuide, textOf } from '#renderer/help/model.ts';
import { CHAPTERS } from '#renderer/help/order.ts';
import { isKey } from '#renderer/help/render.tsx';
import type { GuidePlace } from '#renderer/help/store.ts';
import {
  helpOf,
  ledgerHelp,
  SCREEN_HELP,
  SUBJECT_HELP,
  sectionHelp,
  tabHelp,
} from '#renderer/help/topics.ts';
import { LEDGER_IDS } from '#shared/domain/ledgers/registry.ts';
import { vi } from '#shared/i18n/index.ts';
import { allNodes, chapterFiles, chapters, pictureFiles, textsOf, windowSources } from './support.ts';

// What keeps the guide true while the program changes.

const chapter = (id: string) => chapters.find((each) => each.id === id);

function expectThere({ chapter: id, anchor }: GuidePlace, of: string): void {
  const anchors = chapter(id)?.sections.map((section) => section.anchor);
  expect(anchors, `${of}: no chapter ${id}`).toBeDefined();
  expect(anchors, `${of}: ${id}.md has no heading #${anchor}`).toContain(anchor);
}

describe('the guide speaks of all there is', () => {
  it('has the chapters of the table of contents and no other', () => {
    expect(chapterFiles.map((name) => name.replace('.md', '')).sort()).toEqual([...CHAPTERS].sort());
  });
  it.each(SCREENS)('screen %s', (screen) => {
    expectThere(SCREEN_HELP[screen], screen);
    expect(chapter(SCREEN_HELP[screen].chapter)?.title).toBe(vi.common.screen[screen]);
  });
  it.each(Object.keys(vi.settings.section) as (keyof typeof vi.settings.section)[])(
    'section of Cài đặt: %s',
    (section) => expectThere(sectionHelp(section), section),
  );
  it.each(LEDGER_IDS)('ledger %s', (ledger) => {
    const place = ledgerHelp(ledger);
    expectThere(place, ledger);
    expect(place.anchor, ledger).not.toBe('');
  });
  it.each(TARGET_TABS)('tab %s', (tab) => expectThere(tabHelp(tab), tab));
  it.each(Object.entries(SUBJECT_HELP))('subject %s', (name, place) => expectThere(place, name));
  it('knows every subject that the window names', () => {
    const named = [...windowSources().matchAll(/(?:data-help(?:-page)?|\bhelp)="([^"]+)"/gu)];
    expect(named.length).toBeGreaterThan(5);
    for (const [, said = ''] of named) expect(helpOf(said), said).not.toBeNull();
  });
});

describe('pictures and links', () => {
  const all = chapters.flatMap(({ id, nodes }) => allNodes(nodes).map((node) => ({ id, node })));

  it('refers to every picture, each of which exists and is described', () => {
    const used = all.flatMap(({ node }) => (node.type === RuleType.image ? [node] : []));
    for (const { alt, target } of used) {
      expect(target).toMatch(/^\.\.\/pictures\/[a-z-]+\.png$/u);
      expect((alt ?? '').length, `${target} has no words`).toBeGreaterThan(10);
    }
    const names = used.map(({ target }) => target?.replace('../pictures/', ''));
    expect([...new Set(names)].sort()).toEqual([...pictureFiles].sort());
  });

  it('has no link that leads nowhere', () => {
    const links = all.flatMap(({ id, node }) =>
      node.type === RuleType.link ? [{ id, target: node.target ?? '' }] : [],
    );
    expect(links.length).toBeGreaterThan(20);
    for (const { id, target } of links) {
      const [file = '', anchor = ''] = decodeURIComponent(target).split('#');
      const to = file === '' ? id : file.replace(/\.md$/u, '');
      expectThere({ chapter: to as GuidePlace['chapter'], anchor }, `link in ${id} to ${target}`);
    }
  });

  it('names headings as GitHub does, each once in a chapter', () => {
    expect(anchorOf('Bước 2: Xem cột')).toBe('bước-2-xem-cột');
    expect(anchorOf('Mật khẩu & khôi phục')).toBe('mật-khẩu--khôi-phục');
    for (const { id, sections } of chapters) {
      const anchors = sections.map(({ anchor }) => anchor);
      expect(new Set(anchors).size, id).toBe(anchors.length);
    }
  });
});

describe('words and keys', () => {
  const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
  const said = textsOf(vi).map((text) => text.replace(/<\/?b>/gu, ''));
  const exact = new Set(said);
  const patterns = said
    .filter((text) => text.includes('{{') && text.replace(/\{\{\w+\}\}/gu, '').trim().length > 4)
    .map(
      (text) =>
        new RegExp(
          `^${text
            .split(/\{\{\w+\}\}/u)
            .map(literal)
            .join('.+')}$`,
          'u',
        ),
    );

  const unsaid = (nodes: GuideChapter['nodes']): string[] =>
    allNodes(nodes)
      .flatMap((node) =>
        node.type === RuleType.textFormatted && node.tag === 'strong' ? [textOf(node)] : [],
      )
      .filter((words) => !exact.has(words) && !patterns.some((pattern) => pattern.test(words)));

  it.each(chapters)('$id: what is bold is said by the program in these very words', ({ nodes }) => {
    expect(unsaid(nodes)).toEqual([]);
  });
  it('finds a planted word', () => {
    expect(unsaid(readChapter('x', '# X\n\nBấm **Lưu**, **Nút không có**, **lưu**.').nodes)).toEqual([
      'Nút không có',
      'lưu',
    ]);
  });

  /** Keys as the program shows them: beside buttons, to assistive technology, in its hints. */
  const sources = windowSources();
  const shown = [
    ...said,
    ...[...sources.matchAll(/aria-keyshortcuts=["{`]+([^"`}]+)/gu)].map(([, keys]) => keys ?? ''),
    ...[...sources.matchAll(/<Kbd[^>]*>([^<{]+)<\/Kbd>/gu)].map(([, keys]) => keys ?? ''),
    ...[...sources.matchAll(/'(F\d{1,2})'/gu)].map(([, keys]) => keys ?? ''),
  ].map((text) => text.replaceAll('Control', 'Ctrl').replace(/\b(Ctrl|Alt|Shift) (?=\S)/gu, '$1+'));

  function exists(key: string): boolean {
    if (/^(?:Alt\+)?[1-9]$/u.test(key)) return Number(key.at(-1)) <= SCREENS.length;
    // Tabs: those of Mục tiêu & kế hoạch, and the two and five of Kiểm tra tệp.
    if (/^Ctrl\+[1-9]$/u.test(key)) return Number(key.at(-1)) <= 7;
    if (['Tab', 'Alt'].includes(key)) return true;
    const bounded = new RegExp(`(?<![\\p{L}\\p{N}+])${literal(key)}(?![\\p{L}\\p{N}+])`, 'u');
    return shown.some((text) => bounded.test(text));
  }

  const unknownKeys = (nodes: GuideChapter['nodes']): string[] =>
    allNodes(nodes)
      .flatMap((node) => (node.type === RuleType.codeInline && isKey(node.text) ? node.text.split(' ') : []))
      .filter((key) => !exists(key));

  it.each(chapters)('$id: every key is one of the program', ({ nodes }) => {
    expect(unknownKeys(nodes)).toEqual([]);
  });
  it('finds a planted key', () => {
    const { nodes } = readChapter('x', '# X\n\n`Ctrl+S` `Ctrl+J` `F11` `Alt+9` `3/7`');
    expect(unknownKeys(nodes)).toEqual(['Ctrl+J', 'F11', 'Alt+9']);
  });
});

describe('the search', () => {
  it('finds headings and words without diacritics, headings first', () => {
    const hits = searchGuide(chapters, 'phieu khoi phuc');
    expect(hits[0]?.section.title.toLowerCase()).toContain('phiếu khôi phục');
    expect(hits[0]?.excerpt).toBeNull();
    expect(hits.some(({ excerpt }) => excerpt?.toLowerCase().includes('phiếu khôi phục'))).toBe(true);
    expect(searchGuide(chapters, 'xyzxyz')).toEqual([]);
    expect(searchGuide(chapters, '  ')).toEqual([]);
  });
  it('shows the words around a place, also behind a letter that folds to nothing else', () => {
    const long = `${'đường sá ăn ở '.repeat(12)}chữ cần tìm ${'và còn nữa '.repeat(20)}`;
    const [hit] = searchGuide([readChapter('x', `# X\n\n${long}`)], 'can tim');
    expect(hit?.excerpt).toMatch(/^… .*chữ cần tìm.* …$/u);
  });
});
