import type { Dossier, DossierField } from '#shared/domain/dossier.ts';
import { DOSSIER_FIELDS } from '#shared/domain/dossier.ts';
import type { RecordPatch, RecordSource, RowOutcome } from '#shared/import/types.ts';
import { HEADINGS } from './list-cells.ts';

const BATCH = 1000;

/** Rows as the reader hands them on, all of them in memory: what is measured is only what comes after reading. */
export function memorySource(records: readonly Dossier[]): RecordSource {
  const batches: RowOutcome[][] = [];
  for (let start = 0; start < records.length; start += BATCH) {
    batches.push(
      records.slice(start, start + BATCH).map((record, n) => ({
        kind: 'record',
        row: start + n + 2,
        values: patchOf(record),
        derived: [],
        remarks: [],
      })),
    );
  }
  return {
    header: {
      format: 'csv',
      sheet: null,
      headerRow: 1,
      encoding: 'utf-8',
      delimiter: ',',
      sha256: '0'.repeat(64),
      mapping: Object.fromEntries(DOSSIER_FIELDS.map((field, n) => [field, HEADINGS[n] ?? field])),
    },
    batches: (async function* () {
      yield* batches;
    })(),
  };
}

function patchOf(record: Dossier): RecordPatch {
  const patch: Partial<Record<DossierField, unknown>> = {};
  for (const field of DOSSIER_FIELDS) if (record[field] !== null) patch[field] = record[field];
  return patch as unknown as RecordPatch;
}
