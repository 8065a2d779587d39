import { fold } from '#shared/text/fold.ts';

/** A sign-in name from a person's name: the given name (last word), folded to plain letters. */
export function proposeLogin(name: string): string {
  const words = fold(name).split(/\s+/u).filter(Boolean);
  return (words[words.length - 1] ?? '').replace(/[^a-z0-9]/gu, '').slice(0, 40);
}
