import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sampleDossier } from './dossiers.ts';
import { HEADINGS, type ListCell, listCells } from './list-cells.ts';
import { cacheFolder } from './paths.ts';
import { workbook } from './workbook.ts';

/** A list of the first `rows` dossiers of a folder of that size; made once, then kept. */
export function sampleCsv(rows: number): string {
  return kept(`list-${rows}.csv`, () => {
    const lines = [HEADINGS.join(',')];
    for (let n = 0; n < rows; n += 1)
      lines.push(listCells(sampleDossier(n, rows).record).map(csvText).join(','));
    return `${lines.join('\r\n')}\r\n`;
  });
}

/** The same list as a workbook with shared strings and real dates, as spreadsheet programs save it. */
export function sampleXlsx(rows: number): string {
  return kept(`list-${rows}.xlsx`, () =>
    workbook('Danh sách', HEADINGS, rows, (n) => listCells(sampleDossier(n, rows).record)),
  );
}

function kept(name: string, make: () => string | Uint8Array): string {
  const path = join(cacheFolder(), name);
  if (!existsSync(path)) {
    process.stderr.write(`making ${name} …\n`);
    writeFileSync(path, make());
  }
  return path;
}

function csvText(cell: ListCell): string {
  if (cell === null) return '';
  const text =
    typeof cell === 'string' ? cell : `${cell.day.slice(8)}/${cell.day.slice(5, 7)}/${cell.day.slice(0, 4)}`;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
