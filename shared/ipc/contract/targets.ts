import { z } from 'zod';
import type { OwnTargetSet } from '../../domain/targets/own-set.ts';
import { chosenFile, count, fileToken, localDate, nothing, service, sha256, text } from './common.ts';
import { objectiveText, threshold } from './evaluation.ts';

const localised = (max: number) => z.strictObject({ vi: text(max).min(1), en: text(max).min(1) });
const setId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/);
const objectiveId = z.string().regex(/^[0-9A-Za-z][0-9A-Za-z.-]{0,19}$/);

/** An objective that the commune adds to those given: a known formula, perhaps filtered, or one counted by hand. */
export const ownObjective = z.strictObject({
  id: objectiveId,
  formula: text(80),
  filter: z.record(text(40), z.array(text(300)).min(1).max(100)).nullable(),
  threshold,
  striven: z.boolean(),
  title: localised(300),
  sentence: localised(1000),
});
export type OwnObjective = z.infer<typeof ownObjective>;

/**
 * The commune's own set beneath a given one (QĐ 420/QĐ-UBND 2024, Điều 2): it may raise thresholds, never lower one,
 * and add objectives. Every change is a new version, so that an old period keeps the one it was judged by.
 */
export const ownSet = z.strictObject({
  /** The given set it stands under. */
  base: setId,
  name: localised(300),
  decision: z.strictObject({ number: text(60), date: localDate, issuer: text(200) }),
  validFrom: localDate,
  validTo: localDate.nullable(),
  /** Objective of the given set → the higher threshold. */
  raised: z.record(objectiveId, threshold),
  added: z.array(ownObjective).max(100),
}) satisfies z.ZodType<OwnTargetSet>;
export type OwnSet = z.infer<typeof ownSet>;

/** A set as the folder knows it. */
export const targetSetEntry = z.strictObject({
  id: setId,
  version: count,
  origin: z.enum(['program', 'imported', 'own']),
  name: localised(300),
  decision: z.strictObject({ number: text(60), date: localDate, issuer: text(200) }),
  validFrom: localDate,
  validTo: localDate.nullable(),
  sha256,
  /** It judges the period that runs today. */
  current: z.boolean(),
  objectives: z.array(objectiveText),
  /** Own sets: what the commune wrote; null for given ones. */
  own: ownSet.nullable(),
});
export type TargetSetEntry = z.infer<typeof targetSetEntry>;

/** A formula that objectives may be built from. */
export const formulaChoice = z.strictObject({
  id: text(80),
  /** Whether it counts dossiers, another ledger, or what is counted by hand. */
  kind: z.enum(['dossier', 'ledger', 'hand']),
  /** Fields it may be filtered by, each with the values in use. */
  filters: z.record(text(40), z.array(text(300)).max(500)),
});

export const targetCalls = {
  /** All sets, the newest validity first. */
  'targets.list': service(nothing, z.array(targetSetEntry)),
  'targets.formulas': service(nothing, z.array(formulaChoice)),
  /** Saves the commune's own set as its next version. Faults: TARGET_LOWERED, TARGET_INVALID (with the objective). */
  'targets.saveOwn': service(ownSet, targetSetEntry),
  /** Takes in a given set from a file of the form of `resources/targets`. Faults: TARGET_FILE_INVALID (with where). */
  'targets.importFile': service(z.strictObject({ file: fileToken }), targetSetEntry),
  'targets.exportFile': service(
    z.strictObject({ id: setId, version: count, target: fileToken }),
    z.strictObject({ saved: chosenFile }),
  ),
} as const;
