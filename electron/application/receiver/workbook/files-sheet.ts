import { HEADER_STYLE } from '#electron/export/header-style.ts';
import { compareFileNames } from '#shared/domain/vietnamese-order.ts';
import type { Language } from '#shared/i18n/format.ts';
import { periodTitle } from '#shared/i18n/period-words.ts';
import { timeInVietnam } from '#shared/text/time-in-vietnam.ts';
import type { Gathering } from '../gather.ts';
import { type Row, type Sheet, sheet, TEXT, text, type Words } from './sheet.ts';

/** Every file with what became of it, also those that were passed over, by name. */
export function filesSheet({ table, passedOver }: Gathering, words: Words, language: Language): Sheet {
  const { files } = words;
  const columns = [
    files.name,
    files.state,
    files.code,
    files.unit,
    files.report,
    files.revision,
    files.period,
    files.signer,
    files.signedAt,
    files.sha256,
    files.reasons,
  ];
  const rows = [...table.files]
    .sort((a, b) => compareFileNames(a.file.name, b.file.name))
    .map(
      ({ file, state, unit, statedCode }): Row => [
        text(file.name),
        words.fileStates[state],
        text(statedCode ?? ''),
        text(unit?.name ?? file.report?.unit.name ?? ''),
        text(file.report?.report.id ?? ''),
        file.report?.report.revision ?? null,
        text(file.report ? periodTitle(file.report.period.id, language) : ''),
        text(file.signer?.subject ?? ''),
        text(file.signedAt === null ? '' : timeInVietnam(file.signedAt)),
        file.sha256,
        text(file.reasons.map(({ message, code }) => `${message} [${code}]`).join('\n')),
      ],
    );
  const others = [...passedOver].sort(compareFileNames).map((name): Row => [text(name), files.passedOver]);
  return sheet(
    words.sheets.files,
    [columns, ...rows, ...others],
    columns.map((_, index) => (index === 5 ? {} : TEXT)),
    [40, 20, 12, 36, 22, 9, 10, 34, 21, 66, 60],
    [[0, columns.length, HEADER_STYLE]],
  );
}
