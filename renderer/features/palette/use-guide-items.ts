import { useEffect, useState } from 'react';
import { setPalette } from '../../app/navigation.ts';
import type { GuideChapter } from '../../help/model.ts';
import type { ChapterId } from '../../help/order.ts';
import { type GuidePlace, openHelp } from '../../help/store.ts';
import type { PaletteItem } from './item.ts';

/** The palette gives the keyboard back within a frame; the guide remembers where it was, so it comes after that. */
const AFTER_PALETTE_MS = 60;

/** Opens the guide once the palette is gone. */
export function openHelpFromPalette(place: () => GuidePlace): void {
  setPalette(false);
  setTimeout(() => openHelp(place()), AFTER_PALETTE_MS);
}

/** Chapters and headings of the guide; its text is loaded when the palette is opened for the first time. */
export function useGuideItems(open: boolean): readonly PaletteItem[] {
  const [items, setItems] = useState<readonly PaletteItem[]>([]);
  useEffect(() => {
    if (!open) return;
    import('../../help/chapters.ts').then(
      ({ guide }) => setItems(guide.flatMap(itemsOf)),
      () => setItems([]),
    );
  }, [open]);
  return items;
}

function itemsOf(chapter: GuideChapter): PaletteItem[] {
  return chapter.sections
    .filter(({ level }) => level <= 2)
    .map(({ anchor, title, level }) => ({
      id: `guide ${chapter.id}#${anchor}`,
      group: 'guide',
      label: title,
      ...(level > 1 ? { note: chapter.title } : {}),
      words: title,
      run: () => openHelpFromPalette(() => ({ chapter: chapter.id as ChapterId, anchor })),
    }));
}
