import type { Dossier } from '#shared/domain/dossier.ts';
import { isCounted, resolvedOn } from '#shared/domain/dossier-facts.ts';
import { toCompact } from '#shared/domain/local-date.ts';
import { sampleDossier } from './dossiers.ts';

/** Values of the flag columns: 0 unknown, then these. */
const FLAG = { yes: 1, no: 2, 'not-required': 3 } as const;
const ONLINE = 2;
const FRUITLESS: ReadonlySet<string> = new Set(['refused', 'withdrawn', 'stopped']);

/**
 * A folder's dossiers as plain columns of integers in memory: the fastest straightforward way to count them, and an
 * implementation of its own of the counting rules. Days are YYYYMMDD, 0 where there is none.
 */
export interface Columns {
  readonly received: Int32Array;
  readonly resolved: Int32Array;
  readonly due: Int32Array;
  readonly counted: Int32Array;
  readonly channel: Int32Array;
  readonly components: Int32Array;
  readonly result: Int32Array;
  readonly software: Int32Array;
  readonly parallel: Int32Array;
  readonly stopped: Int32Array;
  /** Outcome or status refused, withdrawn, stopped: such a dossier has no result to digitise. */
  readonly fruitless: Int32Array;
  /** Whether the procedure issues a document. */
  readonly issues: Int32Array;
  readonly field: Int32Array;
  readonly fields: readonly string[];
}

export function sampleColumns(total: number): Columns {
  const column = () => new Int32Array(total);
  const fields = new Map<string, number>();
  const columns = {
    received: column(),
    resolved: column(),
    due: column(),
    counted: column(),
    channel: column(),
    components: column(),
    result: column(),
    software: column(),
    parallel: column(),
    stopped: column(),
    fruitless: column(),
    issues: column(),
    field: column(),
  };
  for (let n = 0; n < total; n += 1) {
    const { record, issuesDocument } = sampleDossier(n, total);
    const end = resolvedOn(record);
    columns.received[n] = toCompact(record.receivedOn);
    columns.resolved[n] = end === null ? 0 : toCompact(end);
    columns.due[n] = record.dueOn === null ? 0 : toCompact(record.dueOn);
    columns.counted[n] = isCounted(record) ? 1 : 0;
    columns.channel[n] = channelCode(record.channel);
    columns.components[n] = record.componentsDigitised === null ? 0 : FLAG[record.componentsDigitised];
    columns.result[n] = record.resultDigitised === null ? 0 : FLAG[record.resultDigitised];
    columns.software[n] = yesNo(record.inSoftware);
    columns.parallel[n] = yesNo(record.paperParallel);
    columns.stopped[n] = ['supplement', 'payment', 'paused'].includes(record.status) ? 1 : 0;
    columns.fruitless[n] = FRUITLESS.has(record.outcome ?? record.status) ? 1 : 0;
    columns.issues[n] = yesNo(issuesDocument);
    const field = record.field ?? '';
    if (!fields.has(field)) fields.set(field, fields.size);
    columns.field[n] = fields.get(field) as number;
  }
  return { ...columns, fields: [...fields.keys()] };
}

function channelCode(channel: Dossier['channel']): number {
  return channel === null ? 0 : { direct: 1, online: ONLINE, post: 3 }[channel];
}
function yesNo(flag: boolean | null): number {
  return flag === null ? 0 : flag ? 1 : 2;
}

/** Numerator and denominator by objective of the 2024 decision. */
export type Ratios = Readonly<
  Record<'2.1' | '2.3' | '5.1' | '5.2' | '7.1' | '7.2', readonly [number, number]>
>;

/** The objectives that rest on dossiers, in one pass over the columns. */
export function reduceObjectives(c: Columns, from: number, to: number): Ratios {
  const {
    received,
    resolved,
    due,
    counted,
    channel,
    components,
    result,
    software,
    parallel,
    fruitless,
    issues,
  } = c;
  let resolvedAll = 0,
    inTime = 0,
    online = 0,
    withResult = 0,
    resultYes = 0;
  let receivedAll = 0,
    inSoftware = 0,
    matching = 0,
    toDigitise = 0,
    digitised = 0;
  for (let i = 0; i < received.length; i += 1) {
    if (counted[i] === 0) continue;
    const end = resolved[i] as number;
    if (end >= from && end <= to) {
      resolvedAll += 1;
      if (due[i] === 0 || end <= (due[i] as number)) inTime += 1;
      if (channel[i] === ONLINE) online += 1;
      const flag = result[i] as number;
      if (fruitless[i] === 0 && flag !== FLAG['not-required'] && !(flag === 0 && issues[i] === 2)) {
        withResult += 1;
        if (flag === FLAG.yes) resultYes += 1;
      }
    }
    const day = received[i] as number;
    if (day >= from && day <= to) {
      receivedAll += 1;
      if (software[i] === 1) {
        inSoftware += 1;
        if (parallel[i] === 1) matching += 1;
      }
      const flag = components[i] as number;
      if (flag !== FLAG['not-required']) {
        toDigitise += 1;
        if (flag === FLAG.yes || (flag === 0 && channel[i] === ONLINE)) digitised += 1;
      }
    }
  }
  return {
    '2.1': [inTime, resolvedAll],
    '2.3': [online, resolvedAll],
    '5.1': [inSoftware, receivedAll],
    '5.2': [matching, inSoftware],
    '7.1': [digitised, toDigitise],
    '7.2': [resultYes, withResult],
  };
}

/** Columns of a row of {@link reduceFlow}. */
export const FLOW = [
  'online',
  'other',
  'carriedOver',
  'early',
  'onTime',
  'late',
  'inTime',
  'overdue',
] as const;

/** The flow table (Biểu II.06a): eight counts by field, in one pass over the columns. */
export function reduceFlow(c: Columns, from: number, to: number): Int32Array {
  const { received, resolved, due, counted, channel, stopped, field } = c;
  const cells = new Int32Array(c.fields.length * FLOW.length);
  const add = (place: number, cell: number): void => {
    const at = place * FLOW.length + cell;
    cells[at] = (cells[at] as number) + 1;
  };
  for (let i = 0; i < received.length; i += 1) {
    const day = received[i] as number;
    if (counted[i] === 0 || day > to) continue;
    const end = resolved[i] as number;
    if (end !== 0 && end < from) continue;
    const place = field[i] as number;
    const limit = due[i] as number;
    if (day < from) add(place, 2);
    else add(place, channel[i] === ONLINE ? 0 : 1);
    if (end !== 0 && end <= to) add(place, limit === 0 || end === limit ? 4 : end < limit ? 3 : 5);
    else add(place, limit !== 0 && limit < to && !(end === 0 && stopped[i] === 1) ? 7 : 6);
  }
  return cells;
}
