import type { i18n as Words } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type LedgerId, ledgerOf } from '#shared/domain/ledgers/registry.ts';
import { formatDate, parseIsoDate } from '#shared/domain/local-date.ts';
import type { Language } from '#shared/i18n/format.ts';
import { dynamicWords } from '../app/dynamic-words.ts';
import { formatMonth } from './model/month-text.ts';
import { formatNumber } from './model/number-text.ts';

/** Words of ledgers whichever they are: the keys of the catalogue `ledgers` follow from the definitions. */
export interface LedgerWords {
  /** Name of the ledger. */
  name(ledger: LedgerId): string;
  /** What one entry is called. */
  one(ledger: LedgerId): string;
  /** What the ledger is for, said where it is empty. */
  empty(ledger: LedgerId): string;
  field(ledger: LedgerId, field: string): string;
  /** The same inside a sentence: `hạn xử lý`, `mã TTHC`. */
  fieldInside(ledger: LedgerId, field: string): string;
  choice(ledger: LedgerId, field: string, value: string): string;
  /** A stored value in words, also one of the history, which keeps texts; null when there is none. */
  value(ledger: LedgerId, field: string, value: string | number | boolean | null | undefined): string | null;
  /** What is wrong with a value; null for a code without words. */
  breach(code: string): string | null;
}

function wordsOf(i18n: Words): LedgerWords {
  const language: Language = i18n.language === 'en' ? 'en' : 'vi';
  const say = (key: string) => dynamicWords(i18n, `ledgers:${key}`);
  const choice = (ledger: LedgerId, field: string, value: string) => {
    const key = `${ledger}.choices.${field}.${value}`;
    return i18n.exists(`ledgers:${key}`) ? say(key) : value;
  };
  return {
    name: (ledger) => say(`${ledger}.name`),
    one: (ledger) => say(`${ledger}.one`),
    empty: (ledger) => say(`${ledger}.empty`),
    field: (ledger, field) => say(`${ledger}.fields.${field}`),
    fieldInside: (ledger, field) => {
      const words = say(`${ledger}.fields.${field}`);
      return words.slice(0, 1).toLowerCase() + words.slice(1);
    },
    choice,
    value: (ledger, name, value) => {
      if (value === null || value === undefined || value === '') return null;
      const type = ledgerOf(ledger).fields[name]?.type;
      switch (type) {
        case 'yes-no':
          return dynamicWords(i18n, ['true', '1'].includes(String(value)) ? 'entries:yes' : 'entries:no');
        case 'choice':
          return choice(ledger, name, String(value));
        case 'month':
          return formatMonth(String(value));
        case 'year':
          return String(value);
        case 'percent':
          return `${value} %`;
        case 'count':
        case 'hours':
          return Number.isFinite(Number(value)) ? formatNumber(Number(value), language) : String(value);
        case 'date': {
          const day = parseIsoDate(String(value));
          return day ? formatDate(day) : String(value);
        }
        default:
          return String(value);
      }
    },
    breach: (code) => (i18n.exists(`ledgers:breaches.${code}`) ? say(`breaches.${code}`) : null),
  };
}

/** The words of ledgers in the language of the interface. */
export function useLedgerWords(): LedgerWords {
  const { i18n } = useTranslation();
  const { language } = i18n;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the instance stays, its language changes
  return useMemo(() => wordsOf(i18n), [i18n, language]);
}
