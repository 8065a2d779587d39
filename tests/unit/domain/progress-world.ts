import { expect } from 'vitest';
import { ArrayCountSource } from '#shared/domain/array-count-source.ts';
import { ArrayLedgerSource, type LedgerRecords } from '#shared/domain/array-ledger-source.ts';
import type { CountSources } from '#shared/domain/count-source.ts';
import type { Dossier } from '#shared/domain/dossier.ts';
import { meetsCondition } from '#shared/domain/dossier-condition.ts';
import { factsOf, isCounted, resolvedOn } from '#shared/domain/dossier-facts.ts';
import { tallyObjective } from '#shared/domain/evaluate.ts';
import { addDays, type LocalDate } from '#shared/domain/local-date.ts';
import type { EvaluatedPeriod } from '#shared/domain/period.ts';
import { progressOf } from '#shared/domain/progress/progress.ts';
import type { Candidate, ProgressDossiers } from '#shared/domain/progress/records.ts';
import { isStoppedAt } from '#shared/domain/suspensions.ts';
import type { TargetObjective } from '#shared/domain/target-set.ts';
import { passes } from '#shared/domain/verdict.ts';
import { issuesDocumentOf } from './arbitraries.ts';

/** Everything a commune has recorded. */
export interface World {
  readonly dossiers: readonly Dossier[];
  readonly records: LedgerRecords;
}

export function sourcesOf({ dossiers, records }: World): CountSources {
  return {
    dossiers: new ArrayCountSource(dossiers, issuesDocumentOf),
    ledgers: new ArrayLedgerSource(records),
    scheme: 'nd09',
  };
}

/** The dossiers of a period one by one; their ids are their places in the list. */
function dossiersOf(dossiers: readonly Dossier[], period: EvaluatedPeriod): ProgressDossiers {
  const listed = dossiers.map((record, id) => ({
    id,
    code: record.code,
    record,
    facts: factsOf(record, issuesDocumentOf(record)),
  }));
  const known = listed.filter(({ record }) => isCounted(record));
  return {
    pending: (condition) =>
      known
        .filter(({ record }) => {
          const end = resolvedOn(record);
          const open = record.receivedOn <= period.end && (end === null || end > period.end);
          return open && (condition === undefined || meetsCondition(record, condition));
        })
        .map(({ id, code, record, facts }) => ({
          id,
          code,
          facts: { ...facts, clockStopped: isStoppedAt(record, period.end) },
          dueOn: record.dueOn,
          reappointedDueOn: record.reappointedDueOn,
        })),
    members: (axis, condition) =>
      known.filter(({ record }) => {
        const day = axis === 'received' ? record.receivedOn : resolvedOn(record);
        const inside = day !== null && period.from <= day && day <= period.end;
        return inside && (condition === undefined || meetsCondition(record, condition));
      }),
  };
}

export function progressIn(objectives: readonly TargetObjective[], world: World, period: EvaluatedPeriod) {
  return progressOf(objectives, 'commune', period, sourcesOf(world), dossiersOf(world.dossiers, period));
}

/** A world in which what is dated after a day has not happened. */
export function upTo(day: LocalDate, { dossiers, records }: World): World {
  const past = (value: LocalDate | null) => (value !== null && value <= day ? value : null);
  return {
    dossiers: dossiers
      .filter(({ receivedOn }) => receivedOn <= day)
      .map((record) => {
        const finishedOn = past(record.finishedOn ?? record.returnedOn);
        const ended = finishedOn !== null;
        const isKnown = isCounted(record);
        const status = !isKnown || ended ? record.status : ('processing' as const);
        return { ...record, finishedOn, returnedOn: ended ? finishedOn : null, status };
      }),
    records: {
      ...records,
      petitions: (records.petitions ?? [])
        .filter(({ receivedOn }) => receivedOn <= day)
        .map((one) => ({ ...one, closedOn: past(one.closedOn) })),
      'iso-activities': (records['iso-activities'] ?? []).map((one) => ({
        ...one,
        doneOn: past(one.doneOn),
      })),
    },
  };
}

/**
 * The world after candidates were dealt with on a day, as somebody at a desk would: what is open ends, what is recorded
 * wrongly is put right; of `received` dossiers only the latter.
 */
export function dealtWith(
  world: World,
  candidates: readonly Candidate[],
  day: LocalDate,
  received: boolean,
): World {
  let { dossiers, records } = world;
  for (const { ledger, id, code } of candidates) {
    if (ledger === null) {
      dossiers = dossiers.map((record, index) => {
        if (index !== id) return record;
        expect(record.code).toBe(code);
        if (resolvedOn(record) === null && !received)
          return { ...record, finishedOn: day, status: 'finished' as const, outcome: 'approved' as const };
        return corrected(record);
      });
      continue;
    }
    const at = id - 1;
    if (ledger === 'petitions')
      records = {
        ...records,
        petitions: records.petitions?.map((one, index) => (index === at ? { ...one, closedOn: day } : one)),
      };
    if (ledger === 'iso-activities')
      records = {
        ...records,
        'iso-activities': records['iso-activities']?.map((one, index) =>
          index === at ? { ...one, doneOn: day } : one,
        ),
      };
    if (ledger === 'staff')
      records = {
        ...records,
        'staff-courses': [
          ...(records['staff-courses'] ?? []),
          {
            staffCode: records.staff?.[at]?.code ?? '',
            course: 'Mới',
            finishedOn: day,
            from: null,
            hours: 8,
            organiser: null,
            certificate: null,
            note: null,
          },
        ],
      };
    if (ledger === 'signature-units')
      records = {
        ...records,
        'signature-certificates': [
          ...(records['signature-certificates'] ?? []),
          {
            unitCode: records['signature-units']?.[at]?.code ?? '',
            serial: `mới ${id}`,
            holder: 'x',
            kind: null,
            from: day,
            to: addDays(day, 365),
            replacedOn: null,
            issuer: null,
            note: null,
          },
        ],
      };
  }
  return { dossiers, records };
}

const corrected = (record: Dossier): Dossier => ({
  ...record,
  channel: record.channel ?? 'online',
  componentsDigitised: 'yes',
  resultDigitised: 'yes',
  inSoftware: true,
  paperParallel: true,
});
export function numbers(objective: TargetObjective, now: World, period: EvaluatedPeriod): [number, number] {
  const tally = tallyObjective(objective, period, sourcesOf(now));
  if (typeof tally === 'string') throw new Error(tally);
  return [tally.numerator, tally.denominator];
}

export function isMet(objective: TargetObjective, now: World, period: EvaluatedPeriod): boolean {
  return passes(...numbers(objective, now, period), objective.threshold.commune);
}
