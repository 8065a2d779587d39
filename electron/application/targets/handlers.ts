import type { Handlers } from '../context.ts';
import { formulaChoices } from './formulas.ts';
import { saveOwnSet } from './own-set.ts';
import { setEntries, setEntry } from './set-entries.ts';
import { exportSet, importSet } from './set-files.ts';

type TargetChannel =
  | 'targets.list'
  | 'targets.formulas'
  | 'targets.saveOwn'
  | 'targets.importFile'
  | 'targets.exportFile';

/** Target sets, given and the commune's own. */
export const targetHandlers: Handlers<TargetChannel> = {
  'targets.list': (_input, workspace) => setEntries(workspace),
  'targets.formulas': (_input, workspace) => formulaChoices(workspace),
  'targets.saveOwn': async (input, workspace) => setEntry(workspace, await saveOwnSet(workspace, input)),
  'targets.importFile': async ({ file }, workspace) =>
    setEntry(workspace, await importSet(workspace, workspace.files.resolve(file))),
  'targets.exportFile': async (input, workspace) => ({ saved: await exportSet(workspace, input) }),
};
