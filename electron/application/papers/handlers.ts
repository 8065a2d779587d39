import type { Handlers } from '../context.ts';
import { drawPaper, savePaper } from './paper-pdf.ts';

/** Papers beside the report: shown and printed as PDF, or saved. */
export const paperHandlers: Handlers<'papers.pdf' | 'papers.save'> = {
  'papers.pdf': ({ what, task }, workspace) => drawPaper(workspace, what, task),
  'papers.save': async (input, workspace) => ({ saved: await savePaper(workspace, input) }),
};
