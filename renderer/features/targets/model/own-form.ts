import type { LocalDate } from '#shared/domain/local-date.ts';
import type { Threshold, ThresholdOp } from '#shared/domain/target-set.ts';
import type { Language } from '#shared/i18n/format.ts';
import type { OwnObjective, OwnSet, TargetSetEntry } from '#shared/ipc/contract/targets.ts';
import { parsePercent, percentText, sameThreshold } from './percent.ts';

/** A given objective's higher threshold; an empty percentage leaves the given one. */
interface RaisedRow {
  readonly objective: string;
  readonly op: ThresholdOp;
  readonly percent: string;
}

/** An objective that the commune adds. */
export interface AddedRow {
  readonly objective: string;
  readonly title: string;
  readonly sentence: string;
  readonly english: string;
  readonly formula: string;
  readonly filter: Readonly<Record<string, readonly string[]>>;
  readonly op: ThresholdOp;
  readonly percent: string;
  readonly striven: boolean;
}

/** The commune's own set as it stands in the form. */
export interface OwnForm {
  readonly base: string;
  readonly name: string;
  readonly number: string;
  readonly date: LocalDate | null;
  readonly issuer: string;
  readonly validFrom: LocalDate | null;
  readonly validTo: LocalDate | null;
  readonly raised: readonly RaisedRow[];
  readonly added: readonly AddedRow[];
}

/** The form of a set that stands already, or of a first one beneath `base`. */
export function formOf(
  base: TargetSetEntry,
  own: OwnSet | null,
  language: Language,
  first: Partial<OwnForm>,
): OwnForm {
  const kept = own?.base === base.id ? own : null;
  return {
    base: base.id,
    name: own?.name[language] ?? first.name ?? '',
    number: own?.decision.number ?? '',
    date: own?.decision.date ?? null,
    issuer: own?.decision.issuer ?? first.issuer ?? '',
    validFrom: own?.validFrom ?? first.validFrom ?? null,
    validTo: own?.validTo ?? null,
    raised: base.objectives.map(({ id, threshold }) => {
      const higher = kept?.raised[id];
      return {
        objective: id,
        op: higher?.op ?? threshold.op,
        percent: higher ? percentText(higher.basisPoints, language) : '',
      };
    }),
    added: (own?.added ?? []).map((each) => addedRow(each, language)),
  };
}

function addedRow(each: OwnObjective, language: Language): AddedRow {
  return {
    objective: each.id,
    title: each.title.vi,
    sentence: each.sentence.vi,
    english: each.sentence.en === each.sentence.vi ? '' : each.sentence.en,
    formula: each.formula,
    filter: each.filter ?? {},
    op: each.threshold.op,
    percent: percentText(each.threshold.basisPoints, language),
    striven: each.striven,
  };
}

/** A new objective to fill in, with the next free number of the commune's own (`R1`, `R2`, …). */
export function emptyAdded(taken: readonly string[], formula: string): AddedRow {
  let n = 1;
  while (taken.some((id) => id.toUpperCase() === `R${n}`)) n += 1;
  return {
    objective: `R${n}`,
    title: '',
    sentence: '',
    english: '',
    formula,
    filter: {},
    op: '>=',
    percent: '',
    striven: false,
  };
}

/** What goes to the program; asked only of a form in which {@link formFaults} finds nothing. */
export function ownSetOf(
  form: OwnForm,
  base: TargetSetEntry,
  before: OwnSet | null,
  language: Language,
): OwnSet {
  if (form.date === null || form.validFrom === null) throw new RangeError('a form without its days');
  const raised: Record<string, Threshold> = {};
  for (const { objective, op, percent } of form.raised) {
    const given = base.objectives.find(({ id }) => id === objective)?.threshold;
    const basisPoints = parsePercent(percent);
    if (given === undefined || basisPoints === null || sameThreshold(given, { op, basisPoints })) continue;
    raised[objective] = { op, basisPoints };
  }
  const name = form.name.trim();
  return {
    base: base.id,
    // The other language keeps its own wording as long as it has one.
    name:
      before && before.name.vi !== before.name.en
        ? { ...before.name, [language]: name }
        : { vi: name, en: name },
    decision: { number: form.number.trim(), date: form.date, issuer: form.issuer.trim() },
    validFrom: form.validFrom,
    validTo: form.validTo,
    raised,
    added: form.added.map((row) => addedOf(row, before)),
  };
}

function addedOf(row: AddedRow, before: OwnSet | null): OwnObjective {
  const known = before?.added.find(({ id }) => id === row.objective.trim());
  const title = row.title.trim();
  const sentence = row.sentence.trim();
  const filter = Object.fromEntries(
    Object.entries(row.filter)
      .filter(([, values]) => values.length > 0)
      .map(([field, values]) => [field, [...values]]),
  );
  return {
    id: row.objective.trim(),
    formula: row.formula,
    filter: Object.keys(filter).length > 0 ? filter : null,
    threshold: { op: row.op, basisPoints: parsePercent(row.percent) ?? 0 },
    striven: row.striven,
    title: { vi: title, en: known && known.title.en !== known.title.vi ? known.title.en : title },
    sentence: { vi: sentence, en: row.english.trim() || sentence },
  };
}
