import { z } from 'zod';
import { type LocalDate, parseIsoDate } from '../domain/local-date.ts';

/** Parts of the dated data files in `resources/` (target sets, calendars, procedures). */
export const localDate = z.custom<LocalDate>(
  (value) => typeof value === 'string' && parseIsoDate(value) !== null,
  'not a day of the form YYYY-MM-DD',
);
export const text = (max: number) => z.string().trim().min(1).max(max);
export const localisedText = (max: number) => z.strictObject({ vi: text(max), en: text(max) });

/** A data file that does not have the form it should have; `path` says where, such as `objectives.3.formula`. */
export class DataFileError extends Error {
  readonly path: string;

  constructor(what: string, path: string, message: string) {
    super(`${what}: ${path === '' ? '' : `${path}: `}${message}`);
    this.name = 'DataFileError';
    this.path = path;
  }
}

/** Parses a JSON value by a schema. Throws {@link DataFileError} naming the first place that is wrong. */
export function parseDataFile<S extends z.ZodType>(what: string, schema: S, json: unknown): z.output<S> {
  const result = schema.safeParse(json);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new DataFileError(what, issue?.path.map(String).join('.') ?? '', issue?.message ?? 'invalid');
}
