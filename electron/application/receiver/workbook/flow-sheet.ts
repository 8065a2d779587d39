import { HEADER_STYLE } from '#electron/export/header-style.ts';
import { flowFigures } from '#shared/domain/flow.ts';
import type { Gathering } from '../gather.ts';
import { BOLD, COUNT, type Row, type Sheet, sheet, TEXT, text, type Words } from './sheet.ts';

/** Biểu II.06a over all units that count, the total in the last row. */
export function flowSheet({ table }: Gathering, words: Words): Sheet {
  const { flow } = words;
  const columns = [
    flow.field,
    flow.received,
    flow.online,
    flow.other,
    flow.carriedOver,
    flow.resolved,
    flow.early,
    flow.onTime,
    flow.late,
    flow.pending,
    flow.inTime,
    flow.overdue,
  ];
  const rows = table.flow.map(
    (row): Row => [
      row.field === null ? flow.total : row.field === '' ? flow.noField : text(row.field),
      ...flowFigures(row),
    ],
  );
  return sheet(
    words.sheets.flow,
    [columns, ...rows],
    [TEXT, ...Array.from({ length: 11 }, () => COUNT)],
    [36, ...Array.from({ length: 11 }, () => 13)],
    [
      [0, columns.length, HEADER_STYLE],
      [rows.length, columns.length, BOLD],
    ],
  );
}
