import type { i18n as Words } from 'i18next';

/**
 * Words of a key that is only known when the program runs (a code that came from elsewhere). Everywhere else `t`
 * checks key and values; whoever calls this has made sure that the key exists.
 */
export function dynamicWords(
  words: Words,
  key: string,
  values: Readonly<Record<string, unknown>> = {},
): string {
  return (words.t as unknown as (key: string, values: object) => string)(key, values);
}
