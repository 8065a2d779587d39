import { z } from 'zod';
import { localDate, localisedText, parseDataFile, text } from '../catalogues/data-file.ts';
import { filterBreaches } from '../domain/formulas/filters.ts';
import { findFormula } from '../domain/formulas/registry.ts';
import { type LocalisedText, type TargetSet, THRESHOLD_OPS, type Threshold } from '../domain/target-set.ts';

const MESSAGES = {
  FILTER_FIELD: 'the formula cannot be filtered by this field',
  FILTER_EMPTY: 'a filter without a value',
  FILTER_VALUE: 'a value that the field cannot have',
} as const;

const threshold = z.strictObject({
  op: z.enum(THRESHOLD_OPS),
  basisPoints: z.number().int().min(0).max(10_000),
});

/** Field → the values that count; '' stands for "not recorded". */
const filter = z
  .record(text(40), z.array(z.string().max(300)).min(1).max(100))
  .refine((fields) => Object.keys(fields).length > 0, 'a filter without a field');

const objective = z.strictObject({
  id: z.string().regex(/^[0-9A-Za-z][0-9A-Za-z.-]{0,19}$/),
  annexPoint: text(10),
  formula: text(80).refine((id) => findFormula(id) !== null, 'a formula this program does not know'),
  filter: filter.optional(),
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
    set.objectives.forEach(({ id, formula, filter }, index) => {
      if (seen.has(id))
        context.addIssue({
          code: 'custom',
          path: ['objectives', index, 'id'],
          message: `second objective ${id}`,
        });
      seen.add(id);
      const known = findFormula(formula);
      if (known === null || filter === undefined) return;
      for (const { field, code } of filterBreaches(known, filter))
        context.addIssue({
          code: 'custom',
          path: ['objectives', index, 'filter', field],
          message: MESSAGES[code],
        });
    });
  });

/**
 * Reads a target set from the JSON value of its file (`resources/targets/ID.json`). Throws `DataFileError` for
 * another form, a formula this program does not know, a filter the formula has not, or an id used twice.
 */
export function parseTargetSet(json: unknown): TargetSet {
  const { format: _format, note, objectives, ...set } = parseDataFile('target set', file, json);
  return {
    ...set,
    ...(note === undefined ? {} : { note }),
    objectives: objectives.map(({ filter, ...rest }) => (filter === undefined ? rest : { ...rest, filter })),
  };
}

/**
 * The JSON value of a set's file, inverse of {@link parseTargetSet}: the canonical JSON, and with it the digest, of a
 * set that was read and written again is that of its file. Keys stand in the order in which people read them.
 */
export function targetSetJson(set: TargetSet): Readonly<Record<string, unknown>> {
  const { id, version, name, decision, note, validFrom, validTo, objectives } = set;
  return {
    format: 1,
    id,
    version,
    name: localised(name),
    decision: { number: decision.number, date: decision.date, issuer: decision.issuer },
    ...(note === undefined ? {} : { note: localised(note) }),
    validFrom,
    validTo,
    objectives: objectives.map(({ threshold: { commune, district }, ...objective }) => ({
      id: objective.id,
      annexPoint: objective.annexPoint,
      formula: objective.formula,
      ...(objective.filter === undefined ? {} : { filter: objective.filter }),
      threshold: { commune: thresholdJson(commune), district: thresholdJson(district) },
      striven: objective.striven,
      title: localised(objective.title),
      sentence: localised(objective.sentence),
    })),
  };
}

const localised = ({ vi, en }: LocalisedText) => ({ vi, en });
const thresholdJson = ({ op, basisPoints }: Threshold) => ({ op, basisPoints });
