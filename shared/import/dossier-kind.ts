import type { DossierField, DossierStatus } from '../domain/dossier.ts';
import { ENDED_STATUSES } from '../domain/dossier-rules.ts';
import { formatDate } from '../domain/local-date.ts';
import { DOSSIER_IMPORT_FIELDS } from './fields.ts';
import { OTHER_KEYS } from './heading-key.ts';
import type { RecordKind, RowInHand } from './record-kind.ts';
import type { RecordPatch } from './types.ts';

const NEVER_COUNTED: ReadonlySet<DossierStatus> = new Set(['registered', 'not-accepted']);
const NONE: readonly DossierField[] = [];
const STATUS: readonly DossierField[] = ['status'];

/** Lists of dossiers (danh sách hồ sơ), judged by the single-row rules of counting.md. */
export const DOSSIER_KIND: RecordKind<RecordPatch> = {
  id: 'dossiers',
  fields: DOSSIER_IMPORT_FIELDS,
  otherKeys: OTHER_KEYS,
  code: 'code',
  codeLike: /\d{4}/,
  day: 'receivedOn',
  wordKeys: [],
  judge: (row) => {
    const derived = completeStatus(row);
    judge(row);
    return derived;
  },
  fileKey: ({ code }) => code ?? null,
  keyField: 'code',
  title: ({ code }) => code ?? null,
  summary: dossierSummary,
};

/** What a person recognises a dossier by: who, and what for. */
export function dossierSummary(record: {
  readonly applicantName?: string | null;
  readonly procedureName?: string | null;
  readonly procedureCode?: string | null;
}): string {
  const parts = [record.applicantName, record.procedureName ?? record.procedureCode].filter(
    (part) => part !== null && part !== undefined,
  );
  return parts.join(' · ').slice(0, 300);
}

/** Without a status of its own the row is finished or returned by its dates, else in processing. */
function completeStatus(row: RowInHand<RecordPatch>): readonly DossierField[] {
  const { values } = row;
  if (values.status !== undefined) return NONE;
  if (row.has('status')) {
    if (row.isWrong('status')) return NONE;
    row.add('STATUS_EMPTY', 'status');
  }
  values.status =
    values.returnedOn !== undefined
      ? 'returned'
      : values.finishedOn !== undefined
        ? 'finished'
        : 'processing';
  return STATUS;
}

function judge(row: RowInHand<RecordPatch>): void {
  const { receivedOn, finishedOn, returnedOn, status, code, channel } = row.values;
  if (code === undefined && !row.isWrong('code')) row.add('CODE_MISSING', 'code');
  if (receivedOn === undefined && !row.isWrong('receivedOn')) row.add('DATE_MISSING', 'receivedOn');
  if (receivedOn !== undefined) {
    for (const field of NOT_BEFORE_RECEIPT) {
      const day = row.values[field];
      if (day !== undefined && day < receivedOn)
        row.add('DATE_ORDER', field, 'DATE_ORDER_RECEIVED', { received: formatDate(receivedOn) });
    }
  }
  const ended = finishedOn !== undefined || returnedOn !== undefined;
  const endsWrong = row.isWrong('finishedOn') || row.isWrong('returnedOn');
  if (status !== undefined && ENDED_STATUSES.has(status) && !ended && !endsWrong) {
    const at = row.has('finishedOn') || !row.has('returnedOn') ? 'finishedOn' : 'returnedOn';
    row.add('DATE_MISSING', row.has(at) ? at : 'status', 'DATE_MISSING_END', { status: row.text('status') });
  }
  if (status !== undefined && !ENDED_STATUSES.has(status) && !NEVER_COUNTED.has(status) && ended)
    row.add('STATUS_DATE', 'status');
  if (finishedOn !== undefined && returnedOn !== undefined && returnedOn < finishedOn)
    row.add('RETURNED_BEFORE_FINISHED', 'returnedOn');
  if (row.today !== undefined) {
    for (const field of NOT_IN_FUTURE) {
      const day = row.values[field];
      if (day !== undefined && day > row.today) row.add('DATE_FUTURE', field);
    }
  }
  if (channel === undefined && row.has('channel') && !row.isWrong('channel'))
    row.add('CHANNEL_EMPTY', 'channel');
}

const NOT_BEFORE_RECEIPT = ['dueOn', 'finishedOn', 'returnedOn'] as const;
const NOT_IN_FUTURE = ['receivedOn', 'finishedOn', 'returnedOn'] as const;
