import type { ImportOptions, Inspection } from '#shared/ipc/contract/imports.ts';
import { call } from '../../app/bridge.ts';
import { betterKind } from './model/kinds.ts';

/** What is found in a file, and how it was read. */
export interface Look {
  readonly options: ImportOptions;
  readonly inspection: Inspection;
}

/** Looks into a file: sheet, header row, mapping. */
export async function look(file: string, options: ImportOptions): Promise<Look> {
  return { options, inspection: await call('imports.inspect', { file, options }) };
}

/** The same, as the kind of list that the file resembles most where nobody said which one it is. */
export async function lookAsBestKind(file: string, options: ImportOptions): Promise<Look> {
  const found = await look(file, options);
  const better = options.kind === undefined ? betterKind(found.inspection, 'dossiers') : null;
  return better === null ? found : look(file, { kind: better });
}
