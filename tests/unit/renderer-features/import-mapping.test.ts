import { describe, expect, it } from 'vitest';
import { betterKind } from '#renderer/features/imports/model/kinds.ts';
import {
  bareName,
  columnFields,
  columnLetter,
  missingRequired,
  sureness,
  withField,
} from '#renderer/features/imports/model/mapping.ts';
import type { Inspection } from '#shared/ipc/contract/imports.ts';

const column = (index: number, field: string | null) => ({
  index,
  headings: ['x'],
  field,
  confidence: 1,
  samples: [],
});
const inspection: Inspection = {
  format: 'xlsx',
  encoding: null,
  delimiter: null,
  sheets: [],
  sheet: null,
  headerRow: 1,
  firstRows: [],
  missingFields: [],
  likelyKinds: [],
  otherLists: [],
  columns: [column(0, null), column(1, 'code'), column(2, 'receivedOn')],
};

describe('the kind of a list', () => {
  const likely = (...likelyKinds: Inspection['likelyKinds']) => ({ likelyKinds });

  it('is another one only when the file clearly looks rather like that', () => {
    expect(betterKind(likely(), 'dossiers')).toBeNull();
    expect(betterKind(likely({ kind: 'petitions', score: 7 }), 'dossiers')).toBe('petitions');
    expect(betterKind(likely({ kind: 'petitions', score: 7 }), 'petitions')).toBeNull();
    const close = likely({ kind: 'petitions', score: 7 }, { kind: 'dossiers', score: 6.8 });
    expect(betterKind(close, 'dossiers')).toBeNull();
    const clear = likely({ kind: 'petitions', score: 7 }, { kind: 'dossiers', score: 4 });
    expect(betterKind(clear, 'dossiers')).toBe('petitions');
  });
});

describe('the mapping of columns', () => {
  it('is the one found until somebody corrects it', () => {
    expect([...columnFields(inspection, null)]).toEqual([
      [1, 'code'],
      [2, 'receivedOn'],
    ]);
    expect([...columnFields(inspection, { code: 0 })]).toEqual([[0, 'code']]);
  });

  it('gives a field to one column only', () => {
    const fields = columnFields(inspection, null);
    expect(withField(fields, 0, 'code')).toEqual({ receivedOn: 2, code: 0 });
    expect(withField(fields, 1, '')).toEqual({ receivedOn: 2 });
    expect(
      missingRequired(columnFields(inspection, withField(fields, 1, '')), ['code', 'receivedOn']),
    ).toEqual(['code']);
  });

  it('names columns and files as people do', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnLetter)).toEqual([
      'A',
      'Z',
      'AA',
      'AZ',
      'BA',
      'ZZ',
      'AAA',
    ]);
    expect(bareName('danh sách.2024.xlsx')).toBe('danh sách.2024');
    expect([0.9, 0.7, 0.2].map(sureness)).toEqual(['sure', 'likely', 'unsure']);
  });
});
