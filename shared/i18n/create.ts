import { createInstance, type i18n, type PostProcessorModule } from 'i18next';
import type { Language } from './format.ts';
import { en, vi } from './index.ts';
import { withNumberForms } from './plural.ts';

declare module 'i18next' {
  // The keys of every text are checked where they are used; Vietnamese is the source of the keys.
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: typeof vi;
  }
}

/** Words of the interface in one language: the i18next instance, ready when returned. */
export type Words = i18n;

const NUMBER_FORMS: PostProcessorModule = {
  type: 'postProcessor',
  name: 'numberForms',
  process: (text) => withNumberForms(text),
};

/**
 * Makes an i18next instance over the bundled catalogues. Pure: no storage, no environment, no machine locale, so
 * that the window, the service and the command line word things alike. Vietnamese fills in for a missing text.
 */
export function createWords(language: Language): Words {
  const words = createInstance().use(NUMBER_FORMS);
  void words.init({
    lng: language,
    fallbackLng: 'vi',
    resources: { vi, en },
    ns: Object.keys(vi),
    defaultNS: 'common',
    initAsync: false,
    returnNull: false,
    postProcess: [NUMBER_FORMS.name],
    // React and the terminal escape for themselves; escaping here would show entities to the reader.
    interpolation: { escapeValue: false },
  });
  return words;
}
