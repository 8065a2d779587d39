import { create } from 'zustand';
import type { ChosenFile } from '#shared/ipc/contract/common.ts';
import type {
  ImportKind,
  ImportOptions,
  ImportResult,
  Inspection,
  Preview,
} from '#shared/ipc/contract/imports.ts';
import type { CallFault } from '../../app/bridge.ts';
import { perPerson } from '../../app/person-state.ts';

/** Where an import stands. */
export type Step = 'choose' | 'mapping' | 'preview' | 'done';
/** What is under way. */
export type Busy = 'inspecting' | 'previewing' | 'committing' | 'saving' | 'undoing';

export interface Progress {
  readonly phase: 'reading' | 'checking' | 'saving';
  readonly done: number;
  readonly total: number | null;
}

export interface ImportView {
  readonly step: Step;
  /** The kind of list that somebody asked for; null: whatever the file looks like. */
  readonly wanted: ImportKind | null;
  readonly file: ChosenFile | null;
  /** What the person corrected; everything else is found by the program. */
  readonly options: ImportOptions;
  readonly inspection: Inspection | null;
  readonly preview: Preview | null;
  readonly result: ImportResult | null;
  readonly busy: Busy | null;
  /** Name of the task whose progress is shown and which can be stopped. */
  readonly task: string | null;
  readonly progress: Progress | null;
  readonly cancelling: boolean;
  readonly fault: CallFault | null;
  /** Something worth saying that is no fault: a key of `imports:` with its parameters. */
  readonly word: { readonly key: 'drop.noPath' | 'cancelled'; readonly name: string } | null;
}

const START: ImportView = {
  step: 'choose',
  wanted: null,
  file: null,
  options: {},
  inspection: null,
  preview: null,
  result: null,
  busy: null,
  task: null,
  progress: null,
  cancelling: false,
  fault: null,
  word: null,
};

/** View state of the screen Nhập từ Excel; an import goes on while another screen is looked at. */
export const useImportView = create<ImportView>()(() => START);
perPerson(useImportView);

/** Begins again with nothing chosen. */
export function resetImport(): void {
  useImportView.setState(START);
}

/** Begins with a kind of list that somebody asked for; what is being read or written is not disturbed. */
export function beginImportOf(kind: ImportKind): void {
  const { busy, step, options } = useImportView.getState();
  if (busy !== null) return;
  if (step === 'choose') useImportView.setState({ wanted: kind });
  else if (step === 'done' || kindOf(options) !== kind) useImportView.setState({ ...START, wanted: kind });
}

/** The kind of list that options name. */
export function kindOf({ kind }: ImportOptions): ImportKind {
  return kind ?? 'dossiers';
}
