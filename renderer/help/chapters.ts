import { type GuideChapter, readChapter } from './model.ts';
import { CHAPTERS, type ChapterId } from './order.ts';

// The text is bundled with the page as it stands in resources/guide; the pictures are files beside it. This module is
// only ever loaded on demand.
const texts = import.meta.glob<string>('#resources/guide/vi/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const pictures = import.meta.glob<string>('#resources/guide/pictures/*.png', {
  query: '?url',
  import: 'default',
  eager: true,
});

const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);
const textByName = new Map(Object.entries(texts).map(([path, text]) => [nameOf(path), text]));
const pictureByName = new Map(Object.entries(pictures).map(([path, url]) => [nameOf(path), url]));

/** The whole guide in its order. */
export const guide: readonly GuideChapter[] = CHAPTERS.map((id) =>
  readChapter(id, textByName.get(`${id}.md`) ?? `# ${id}`),
);

export function chapterOf(id: ChapterId): GuideChapter {
  const found = guide.find((chapter) => chapter.id === id);
  if (!found) throw new Error(`no chapter ${id}`);
  return found;
}

/** The address of a picture that a chapter names, such as `../pictures/x.png`. */
export function pictureUrl(target: string): string | undefined {
  return pictureByName.get(nameOf(target));
}
