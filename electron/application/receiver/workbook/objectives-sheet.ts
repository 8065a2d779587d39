import type { CellStyle } from 'hucre';
import { HEADER_STYLE } from '#electron/export/header-style.ts';
import type { Language } from '#shared/i18n/format.ts';
import type { ObjectiveTotal } from '#shared/receiver/totals.ts';
import { thresholdText } from '#shared/report/words.ts';
import type { Gathering } from '../gather.ts';
import { BOLD, COUNT, type Row, type Sheet, sheet, TEXT, text, type Words } from './sheet.ts';

/** Each objective unit by unit, and its total over the units that count. */
export function objectivesSheet({ table }: Gathering, words: Words, language: Language): Sheet {
  const { objectives: heads } = words;
  const columns = [
    heads.id,
    heads.title,
    words.summary.code,
    words.summary.name,
    heads.threshold,
    heads.numerator,
    heads.denominator,
    heads.percent,
    heads.verdict,
    heads.shortBy,
    heads.missing,
    heads.units,
    heads.leftOut,
  ];
  const percent = (value: string | null): string | null =>
    value === null ? null : `${language === 'vi' ? value.replace('.', ',') : value}%`;
  const bold: [number, number, CellStyle][] = [[0, columns.length, HEADER_STYLE]];
  const rows: Row[] = [columns];
  for (const total of table.objectives) {
    for (const { unit, counted } of table.units) {
      const one = counted?.file.report?.objectives.find(({ id }) => id === total.id);
      if (one === undefined) continue;
      const why = total.leftOut.find(({ code }) => code === unit.code)?.why;
      rows.push([
        text(one.id),
        text(one.title),
        text(unit.code),
        text(unit.name),
        text(thresholdText(one.threshold, language)),
        one.numerator,
        one.denominator,
        percent(one.percent),
        words.verdicts[one.verdict],
        one.shortBy,
        one.missingData,
        null,
        why === undefined ? null : words.leftOut[why],
      ]);
    }
    bold.push([rows.length, columns.length, BOLD]);
    rows.push(totalRow(total, words, language, percent));
  }
  return sheet(
    words.sheets.objectives,
    rows,
    [TEXT, TEXT, TEXT, TEXT, TEXT, COUNT, COUNT, TEXT, TEXT, COUNT, COUNT, COUNT, TEXT],
    [8, 44, 10, 40, 11, 11, 11, 10, 16, 10, 10, 9, 34],
    bold,
  );
}

function totalRow(
  total: ObjectiveTotal,
  words: Words,
  language: Language,
  percent: (value: string | null) => string | null,
): Row {
  return [
    text(total.id),
    text(total.title),
    null,
    words.objectives.total,
    text(thresholdText(total.threshold, language)),
    total.numerator,
    total.denominator,
    percent(total.percent),
    words.verdicts[total.verdict],
    total.shortBy,
    total.missingData,
    total.units,
    text(total.leftOut.map(({ code, why }) => `${code}: ${words.leftOut[why]}`).join('; ')),
  ];
}
