import { HEADER_STYLE } from '#electron/export/header-style.ts';
import { formatDate, type LocalDate } from '#shared/domain/local-date.ts';
import { fill } from '#shared/i18n/fill.ts';
import type { Language } from '#shared/i18n/format.ts';
import { periodTitle } from '#shared/i18n/period-words.ts';
import { outcomeOf } from '#shared/receiver/consolidate.ts';
import { dayInVietnam } from '#shared/text/time-in-vietnam.ts';
import type { Gathering } from '../gather.ts';
import { BOLD, DAY, type Row, type Sheet, serial, sheet, TEXT, text, type Words } from './sheet.ts';

/** The units with what they wrote: state, lateness, what they missed; under them their reasons. */
export function summarySheet({ table, targets, pages }: Gathering, words: Words, language: Language): Sheet {
  const { summary } = words;
  const { period, units, due, received, level, reasons } = table;
  const shownDay = (day: LocalDate | null): string => (day === null ? summary.noDay : formatDate(day));
  const head = [
    [fill(summary.title, { period: periodTitle(period.id, language) })],
    [
      fill(summary.dates, {
        from: formatDate(period.from),
        to: formatDate(period.to),
        due: shownDay(due),
        received: shownDay(received),
      }),
    ],
    [
      fill(summary.judgedBy, {
        name: targets.set.name.vi,
        version: targets.set.version,
        level: words.levels[level],
      }),
    ],
    [fill(summary.counts, { ...outcomeOf(table), expected: units.length })],
    [summary.pages[pages]],
    [],
  ];
  const columns = [
    summary.code,
    summary.name,
    summary.state,
    summary.revision,
    summary.signedAt,
    summary.late,
    summary.duplicates,
    summary.superseded,
    summary.chain,
    summary.missed,
    summary.missedStriven,
    summary.lowered,
    summary.nameDiffers,
  ];
  const rows = units.map((one): Row => {
    const signedAt = one.counted?.file.signedAt ?? null;
    const late = [
      ...(one.late?.signed ? [summary.lateSigned] : []),
      ...(one.late?.received ? [summary.lateReceived] : []),
    ];
    return [
      text(one.unit.code),
      text(one.unit.name),
      words.unitStates[one.state],
      one.counted?.file.report?.report.revision ?? null,
      signedAt === null ? null : serial(dayInVietnam(signedAt)),
      late.join(', '),
      one.duplicates,
      one.superseded,
      one.chain === null ? null : words.chains[one.chain],
      text(one.missed.join(', ')),
      text(one.missedStriven.join(', ')),
      text(one.lowered.join(', ')),
      one.nameDiffers ? summary.yes : null,
    ];
  });
  const written = [
    [],
    [summary.reasons],
    [summary.code, summary.name, summary.kind, summary.about, summary.text],
    ...reasons.map(
      ({ code, kind, about, text: said }): Row => [
        text(code),
        text(units.find(({ unit }) => unit.code === code)?.unit.name ?? ''),
        words.kinds[kind],
        text(about ?? ''),
        text(said),
      ],
    ),
  ];
  const below = head.length + 1 + rows.length;
  return sheet(
    words.sheets.summary,
    [...head, columns, ...rows, ...written],
    [TEXT, TEXT, TEXT, {}, DAY, TEXT, {}, {}, TEXT, TEXT, TEXT, TEXT, TEXT],
    [10, 42, 20, 9, 12, 22, 9, 9, 22, 20, 20, 20, 12],
    [
      [0, 1, BOLD],
      [head.length, columns.length, HEADER_STYLE],
      [below + 1, 1, BOLD],
      [below + 2, 5, HEADER_STYLE],
    ],
  );
}
