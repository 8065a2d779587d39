import { z } from 'zod';
import { type CalendarYear, CONFIDENCES, DAY_KINDS } from '../domain/calendar.ts';
import { FIRST_YEAR, LAST_YEAR } from '../domain/local-date.ts';
import { localDate, parseDataFile, text } from './data-file.ts';

const day = z.strictObject({
  date: localDate,
  kind: z.enum(DAY_KINDS),
  name: text(100),
  source: text(200),
  confidence: z.enum(CONFIDENCES),
  note: text(300).optional(),
});

const file = z
  .strictObject({
    format: z.literal(1),
    year: z.number().int().min(FIRST_YEAR).max(LAST_YEAR),
    days: z.array(day).max(366),
  })
  .superRefine((table, context) => {
    let last = '';
    table.days.forEach(({ date }, index) => {
      const path = ['days', index, 'date'];
      if (!date.startsWith(`${table.year}-`))
        context.addIssue({ code: 'custom', path, message: 'a day of another year' });
      if (date <= last) context.addIssue({ code: 'custom', path, message: 'days must ascend, each once' });
      last = date;
    });
  });

/**
 * Reads the table of one year from the JSON value of its file (`resources/calendar/vn-YEAR.json`). Throws
 * `DataFileError` for another form, a day of another year, or days out of order.
 */
export function parseCalendarYear(json: unknown): CalendarYear {
  const { year, days } = parseDataFile('calendar', file, json);
  return { year, days: days.map(({ note, ...rest }) => (note === undefined ? rest : { ...rest, note })) };
}
