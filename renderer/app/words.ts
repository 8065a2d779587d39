import { initReactI18next, useTranslation } from 'react-i18next';
import { formatDate, type LocalDate } from '#shared/domain/local-date.ts';
import { createWords } from '#shared/i18n/create.ts';
import { formatCount, formatPercent, formatRatio, type Language } from '#shared/i18n/format.ts';

const KEPT = 'scl.language';

function keptLanguage(): Language {
  return localStorage.getItem(KEPT) === 'en' ? 'en' : 'vi';
}

/** The window's words; `useTranslation('<namespace>')` of react-i18next reads them. */
export const words = createWords(keptLanguage());
initReactI18next.init(words);
document.documentElement.lang = words.language;

/** Shows the interface in a language and keeps it for the first paint of the next start. */
export function showLanguage(language: Language): void {
  if (words.language === language) return;
  localStorage.setItem(KEPT, language);
  document.documentElement.lang = language;
  void words.changeLanguage(language);
}

/** Numbers in the language of the interface. */
export function useFormat() {
  const { i18n } = useTranslation();
  const language = (i18n.language === 'en' ? 'en' : 'vi') satisfies Language as Language;
  return {
    language,
    count: (value: number) => formatCount(value, language),
    /** dd/MM/yyyy in both languages. */
    date: (value: LocalDate) => formatDate(value),
    /** A threshold: `97 %`, `97,5 %`. */
    basisPoints: (value: number) => formatPercent(String(value / 100), language),
    percent: (value: string | null) => formatPercent(value, language),
    ratio: (numerator: number, denominator: number) => formatRatio(numerator, denominator, language),
  };
}
