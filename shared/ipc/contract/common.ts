import { z } from 'zod';
import type { LocalDate } from '../../domain/local-date.ts';
import { parseIsoDate } from '../../domain/local-date.ts';
import { PERIOD_SCHEMES } from '../../domain/period.ts';

/** Where a call is answered: in the main process (dialogs, window) or in the data service. */
export type Place = 'main' | 'service';

/** One call of the contract: what goes in, what comes out, where it is answered. */
export interface Call<
  P extends Place = Place,
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
> {
  readonly place: P;
  readonly input: I;
  readonly output: O;
}

/** Declares a call answered by the data service. */
export function service<I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
): Call<'service', I, O> {
  return { place: 'service', input, output };
}

/** Declares a call answered by the main process. */
export function main<I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Call<'main', I, O> {
  return { place: 'main', input, output };
}

export const nothing = z.strictObject({});
export const localDate = z.custom<LocalDate>(
  (value) => typeof value === 'string' && parseIsoDate(value) !== null,
);
export const text = (max: number) => z.string().max(max);
export const count = z.number().int().nonnegative();
export const id = z.number().int().positive();
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
export const periodId = z.string().regex(/^\d{4}-(Q[1-4]|H[12]|M(0[1-9]|1[0-2])|9M|Y)$/);
export const scheme = z.enum(PERIOD_SCHEMES);
/** Opaque stand-in for a path: only main and the service know what it points to (SECURITY 13). */
export const fileToken = z.string().regex(/^[0-9a-f]{32}$/);
export const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
/** A file or folder the user chose: a token, its bare name for display, its size in bytes (0 of a folder). */
export const chosenFile = z.strictObject({
  token: fileToken,
  name: text(255),
  size: count,
  /** Absent for a file, and for one that is still to be written. */
  folder: z.literal(true).optional(),
});
export type ChosenFile = z.infer<typeof chosenFile>;

/** Under what name a long call tells how far it is, and can be cancelled (`tasks.cancel`). */
export const task = text(40).min(1);
