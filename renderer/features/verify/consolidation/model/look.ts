import type { FileRow, UnitRow } from './flags.ts';

export type Tone = 'met' | 'missed' | 'attention' | 'none';
interface Look {
  readonly mark: string;
  readonly tone: Tone;
}

/** Mark and colour of a unit's state; the words beside them say the same. */
export const UNIT_LOOK: Readonly<Record<UnitRow['state'], Look>> = {
  received: { mark: '✓', tone: 'met' },
  missing: { mark: '○', tone: 'none' },
  contradiction: { mark: '✕', tone: 'missed' },
  'other-key': { mark: '✕', tone: 'missed' },
  'unknown-signer': { mark: '?', tone: 'attention' },
  invalid: { mark: '✕', tone: 'missed' },
  'other-file': { mark: '–', tone: 'attention' },
};

/** The same of a file. */
export const FILE_LOOK: Readonly<Record<FileRow['state'], Look>> = {
  counted: { mark: '✓', tone: 'met' },
  duplicate: { mark: '=', tone: 'none' },
  contradiction: { mark: '✕', tone: 'missed' },
  superseded: { mark: '–', tone: 'none' },
  'unknown-signer': { mark: '?', tone: 'attention' },
  'newer-format': { mark: '?', tone: 'attention' },
  invalid: { mark: '✕', tone: 'missed' },
  'no-report': { mark: '✕', tone: 'missed' },
  sample: { mark: '✕', tone: 'missed' },
  'wrong-period': { mark: '–', tone: 'attention' },
  'not-expected': { mark: '–', tone: 'attention' },
  'other-key': { mark: '✕', tone: 'missed' },
};
