import { parsePeriodId } from '../domain/period.ts';
import type { Language } from './format.ts';

const ROMAN = ['I', 'II', 'III', 'IV'] as const;

/** The name of a period in full: `Quý I năm 2024`, `6 tháng đầu năm 2024`, `Quarter 1, 2024`. The id itself when it is none. */
export function periodTitle(id: string, language: Language): string {
  const parts = parsePeriodId(id);
  if (!parts) return id;
  const { year, kind, index } = parts;
  if (language === 'en') {
    switch (kind) {
      case 'month':
        return `Month ${index}, ${year}`;
      case 'quarter':
        return `Quarter ${index}, ${year}`;
      case 'half':
        return `${index === 1 ? 'First' : 'Second'} half of ${year}`;
      case 'nine-months':
        return `First nine months of ${year}`;
      case 'year':
        return `Year ${year}`;
    }
  }
  switch (kind) {
    case 'month':
      return `Tháng ${index} năm ${year}`;
    case 'quarter':
      return `Quý ${ROMAN[index - 1]} năm ${year}`;
    case 'half':
      return `6 tháng ${index === 1 ? 'đầu' : 'cuối'} năm ${year}`;
    case 'nine-months':
      return `9 tháng đầu năm ${year}`;
    case 'year':
      return `Năm ${year}`;
  }
}

/** The name of a period for narrow places: `Quý I/2024`, `6 tháng đầu/2024`, `Q1/2024`. */
export function periodShort(id: string, language: Language): string {
  const parts = parsePeriodId(id);
  if (!parts) return id;
  const { year, kind, index } = parts;
  if (language === 'en') {
    switch (kind) {
      case 'month':
        return `M${index}/${year}`;
      case 'quarter':
        return `Q${index}/${year}`;
      case 'half':
        return `H${index}/${year}`;
      case 'nine-months':
        return `9M/${year}`;
      case 'year':
        return String(year);
    }
  }
  switch (kind) {
    case 'month':
      return `Tháng ${index}/${year}`;
    case 'quarter':
      return `Quý ${ROMAN[index - 1]}/${year}`;
    case 'half':
      return `6 tháng ${index === 1 ? 'đầu' : 'cuối'}/${year}`;
    case 'nine-months':
      return `9 tháng/${year}`;
    case 'year':
      return `Năm ${year}`;
  }
}
