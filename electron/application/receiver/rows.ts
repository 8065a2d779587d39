import type { ReceiverTable } from '#shared/ipc/contract/receiver.ts';
import type { AssessedFile } from '#shared/receiver/assess-files.ts';
import { outcomeOf } from '#shared/receiver/consolidate.ts';
import type { Gathering } from './gather.ts';

/** The table as `receiver.check` and `consolidate --json` give it. */
export function toRows({ table, targets, pages, passedOver, unitsFrom }: Gathering): ReceiverTable {
  const { period, due, received, level, units, files, objectives, flow, violations, reasons } = table;
  const at = new Map(files.map((file, index) => [file, index]));
  const { id, version, name } = targets.set;
  return {
    unitsFrom,
    period,
    due,
    received,
    level,
    pages,
    targetSet: { id, version, sha256: targets.sha256, name: name.vi },
    counts: { expected: units.length, ...outcomeOf(table) },
    units: units.map((one) => ({
      code: one.unit.code,
      name: one.unit.name,
      level: one.unit.level,
      from: one.unit.from,
      to: one.unit.to,
      state: one.state,
      counted: one.counted === null ? null : (at.get(one.counted) ?? null),
      files: one.files.flatMap((file) => at.get(file) ?? []),
      revision: one.counted?.file.report?.report.revision ?? null,
      signedAt: one.counted?.file.signedAt ?? null,
      late: one.late,
      duplicates: one.duplicates,
      superseded: one.superseded,
      chain: one.chain,
      missed: [...one.missed],
      missedStriven: [...one.missedStriven],
      lowered: [...one.lowered],
      nameDiffers: one.nameDiffers,
      figures: figuresOf(one.counted, objectives),
    })),
    files: files.map(fileRow),
    passedOver: passedOver.map((path) => path.slice(-500)),
    objectives: objectives.map((one) => ({
      ...one,
      missedBy: [...one.missedBy],
      leftOut: one.leftOut.map((each) => ({ ...each })),
    })),
    flow: flow.map((row) => ({ ...row })),
    sound: violations.length === 0,
    reasons: reasons.map((one) => ({ ...one })),
  };
}

/** What the report that counts states of the objectives that are added up. */
function figuresOf(
  counted: AssessedFile | null,
  totals: readonly { readonly id: string }[],
): ReceiverTable['units'][number]['figures'] {
  const stated = new Map(counted?.file.report?.objectives.map((one) => [one.id, one]));
  return totals.flatMap(({ id }) => {
    const one = stated.get(id);
    // What a unit added under an id of its own is another objective.
    if (one === undefined || one.given === null) return [];
    const { numerator, denominator, percent, threshold, verdict } = one;
    return [{ id, numerator, denominator, percent, threshold, verdict }];
  });
}

function fileRow({ file, state, unit, statedCode }: AssessedFile): ReceiverTable['files'][number] {
  return {
    name: file.name.slice(-500),
    sha256: file.sha256,
    state,
    verdict: file.verdict,
    reasons: file.reasons.map((reason) => ({ ...reason })),
    signer: file.signer === null ? null : { ...file.signer, subject: file.signer.subject.slice(0, 300) },
    signedAt: file.signedAt,
    statedCode: statedCode?.slice(0, 20) ?? null,
    unitName: unit?.name ?? file.report?.unit.name.slice(0, 200) ?? null,
    reportId: file.report?.report.id ?? null,
    revision: file.report?.report.revision ?? null,
    period: file.report?.period.id ?? null,
  };
}
