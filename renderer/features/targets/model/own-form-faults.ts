import { dossierKey } from '#shared/domain/dossier-rules.ts';
import type { Threshold } from '#shared/domain/target-set.ts';
import { isAtLeastAsStrict } from '#shared/domain/targets/own-set-rules.ts';
import type { TargetSetEntry } from '#shared/ipc/contract/targets.ts';
import type { OwnForm } from './own-form.ts';
import { parsePercent } from './percent.ts';

/** What is wrong with a field of the form. `lowered` names the given threshold. */
export interface FormFault {
  /** Path of the field: `name`, `raised.3.percent`, `added.0.objective`. */
  readonly path: string;
  readonly code:
    | 'required'
    | 'percent'
    | 'lowered'
    | 'idTaken'
    | 'idWrong'
    | 'tooLong'
    | 'dateOrder'
    | 'validity'
    | 'unusable';
  readonly given?: Threshold;
}

/** 100 % in basis points. */
const FULL = 10_000;
const ID = /^[0-9A-Za-z][0-9A-Za-z.-]{0,19}$/;

/** Whether some figure passes a threshold and none better misses it (shared/domain/targets/own-set-rules.ts). */
function isUsable({ op, basisPoints }: Threshold): boolean {
  if (op === '=') return basisPoints === FULL;
  return op === '>=' || basisPoints < FULL;
}

/** The own set lies within the days of the given one. */
function isInside({ validFrom, validTo }: OwnForm, base: TargetSetEntry): boolean {
  if (validFrom === null) return true;
  if (validFrom < base.validFrom || (base.validTo !== null && validFrom > base.validTo)) return false;
  return validTo === null || base.validTo === null || validTo <= base.validTo;
}

/** Everything that keeps a form from being saved; empty when nothing does. */
export function formFaults(form: OwnForm, base: TargetSetEntry): FormFault[] {
  const faults: FormFault[] = [];
  const add = (path: string, code: FormFault['code'], given?: Threshold) =>
    faults.push(given === undefined ? { path, code } : { path, code, given });
  for (const [path, value, max] of [
    ['name', form.name, 300],
    ['number', form.number, 60],
    ['issuer', form.issuer, 200],
  ] as const) {
    if (value.trim() === '') add(path, 'required');
    else if (value.trim().length > max) add(path, 'tooLong');
  }
  if (form.date === null) add('date', 'required');
  if (form.validFrom === null) add('validFrom', 'required');
  else if (form.validTo !== null && form.validTo < form.validFrom) add('validTo', 'dateOrder');
  else if (!isInside(form, base))
    add(form.validFrom < base.validFrom ? 'validFrom' : 'validTo', 'validity', undefined);

  form.raised.forEach(({ objective, op, percent }, at) => {
    if (percent.trim() === '') return;
    const given = base.objectives.find(({ id }) => id === objective)?.threshold;
    const basisPoints = parsePercent(percent);
    if (basisPoints === null) add(`raised.${at}.percent`, 'percent');
    else if (!isUsable({ op, basisPoints })) add(`raised.${at}.percent`, 'unusable');
    else if (given && !isAtLeastAsStrict({ op, basisPoints }, given))
      add(`raised.${at}.percent`, 'lowered', given);
  });

  const taken = new Set(base.objectives.map(({ id }) => dossierKey(id)));
  form.added.forEach((row, at) => {
    const id = row.objective.trim();
    if (id === '') add(`added.${at}.objective`, 'required');
    else if (!ID.test(id)) add(`added.${at}.objective`, 'idWrong');
    else if (taken.has(dossierKey(id))) add(`added.${at}.objective`, 'idTaken');
    taken.add(dossierKey(id));
    if (row.title.trim() === '') add(`added.${at}.title`, 'required');
    else if (row.title.trim().length > 300) add(`added.${at}.title`, 'tooLong');
    if (row.sentence.trim() === '') add(`added.${at}.sentence`, 'required');
    else if (row.sentence.trim().length > 1000) add(`added.${at}.sentence`, 'tooLong');
    if (row.formula === '') add(`added.${at}.formula`, 'required');
    if (row.percent.trim() === '') add(`added.${at}.percent`, 'required');
    else {
      const basisPoints = parsePercent(row.percent);
      if (basisPoints === null) add(`added.${at}.percent`, 'percent');
      else if (!isUsable({ op: row.op, basisPoints })) add(`added.${at}.percent`, 'unusable');
    }
  });
  return faults;
}
