import { z } from 'zod';
import { localDate, localisedText, parseDataFile, text } from '../catalogues/data-file.ts';
import { findFormula } from '../domain/formulas/registry.ts';
import { type TargetSet, THRESHOLD_OPS } from '../domain/target-set.ts';

const threshold = z.strictObject({
  op: z.enum(THRESHOLD_OPS),
  basisPoints: z.number().int().min(0).max(10_000),
});

const objective = z.strictObject({
  id: z.string().regex(/^[0-9A-Za-z][0-9A-Za-z.-]{0,19}$/),
  annexPoint: text(10),
  formula: text(80).refine((id) => findFormula(id) !== null, 'a formula this program does not know'),
  threshold: z.strictObject({ commune: threshold, district: threshold }),
  striven: z.boolean(),
  title: localisedText(300),
  sentence: localisedText(1000),
});

const file = z
  .strictObject({
    format: z.literal(1),
    id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/),
    version: z.number().int().positive(),
    name: localisedText(300),
    decision: z.strictObject({ number: text(60), date: localDate, issuer: text(200) }),
    note: localisedText(1000).optional(),
    validFrom: localDate,
    validTo: localDate.nullable(),
    objectives: z.array(objective).min(1).max(200),
  })
  .refine((set) => set.validTo === null || set.validFrom <= set.validTo, {
    path: ['validTo'],
    message: 'ends before it begins',
  })
  .superRefine((set, context) => {
    const seen = new Set<string>();
    set.objectives.forEach(({ id }, index) => {
      if (seen.has(id))
        context.addIssue({
          code: 'custom',
          path: ['objectives', index, 'id'],
          message: `second objective ${id}`,
        });
      seen.add(id);
    });
  });

/**
 * Reads a target set from the JSON value of its file (`resources/targets/ID.json`). Throws `DataFileError` for
 * another form, a formula this program does not know, or an id used twice.
 */
export function parseTargetSet(json: unknown): TargetSet {
  const { format: _format, note, ...set } = parseDataFile('target set', file, json);
  return note === undefined ? set : { ...set, note };
}
