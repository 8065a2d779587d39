import { createInstance, type i18n } from 'i18next';
import type { Language } from './format.ts';
import { en, vi } from './index.ts';

declare module 'i18next' {
  // The keys of every text are checked where they are used; Vietnamese is the source of the keys.
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: typeof vi;
  }
}

/** Words of the interface in one language: the i18next instance, ready when returned. */
export type Words = i18n;

/**
 * Makes an i18next instance over the bundled catalogues. Pure: no storage, no environment, no machine locale, so
 * that the window, the service and the command line word things alike. Vietnamese fills in for a missing text.
 */
export function createWords(language: Language): Words {
  const words = createInstance();
  void words.init({
    lng: language,
    fallbackLng: 'vi',
    resources: { vi, en },
    ns: Object.keys(vi),
    defaultNS: 'common',
    initAsync: false,
    returnNull: false,
    // React and the terminal escape for themselves; escaping here would show entities to the reader.
    interpolation: { escapeValue: false },
  });
  return words;
}
