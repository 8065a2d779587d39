import type { Handlers } from '../context.ts';
import { paperPdf, savePaper } from './paper-pdf.ts';

/** Papers beside the report: shown and printed as PDF, or saved. */
export const paperHandlers: Handlers<'papers.pdf' | 'papers.save'> = {
  'papers.pdf': async ({ what }, workspace) => ({ pdf: await paperPdf(workspace, what) }),
  'papers.save': async (input, workspace) => ({ saved: await savePaper(workspace, input) }),
};
