import type { Handlers } from '../context.ts';
import { formulaChoices } from './formulas.ts';
import { saveOwnSet } from './own-set.ts';
import { paperPdf, savePaper } from './papers.ts';
import { setEntries, setEntry } from './set-entries.ts';
import { exportSet, importSet } from './set-files.ts';

type TargetChannel =
  | 'targets.list'
  | 'targets.formulas'
  | 'targets.saveOwn'
  | 'targets.importFile'
  | 'targets.exportFile'
  | 'targets.planPdf'
  | 'targets.signingListPdf'
  | 'targets.savePdf';

/** Target sets, given and the commune's own; the plan and the signing list on paper. */
export const targetHandlers: Handlers<TargetChannel> = {
  'targets.list': (_input, workspace) => setEntries(workspace),
  'targets.formulas': (_input, workspace) => formulaChoices(workspace),
  'targets.saveOwn': async (input, workspace) => setEntry(workspace, await saveOwnSet(workspace, input)),
  'targets.importFile': async ({ file }, workspace) =>
    setEntry(workspace, await importSet(workspace, workspace.files.resolve(file))),
  'targets.exportFile': async (input, workspace) => ({ saved: await exportSet(workspace, input) }),
  'targets.planPdf': async ({ period }, workspace) => ({
    pdf: await paperPdf(workspace, { kind: 'plan', period }),
  }),
  'targets.signingListPdf': async ({ subject }, workspace) => ({
    pdf: await paperPdf(workspace, { kind: 'signing-list', subject }),
  }),
  'targets.savePdf': async (input, workspace) => ({ saved: await savePaper(workspace, input) }),
};
