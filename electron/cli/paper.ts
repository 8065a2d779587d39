import type { Workspace } from '#electron/application/context.ts';
import { drawPaper } from '#electron/application/papers/paper-pdf.ts';
import { sha256Hex } from '#electron/common/sha256.ts';
import { writeAtomically } from '#electron/common/write-atomically.ts';
import type { PaperChoice } from '#shared/ipc/contract/papers.ts';

/** Draws a paper into a file; answers what `--json` says of it. */
export async function savedPaper(
  workspace: Workspace,
  what: PaperChoice,
  file: string,
): Promise<{ file: string; sha256: string; size: number }> {
  const { pdf } = await drawPaper(workspace, what);
  await writeAtomically(file, pdf);
  return { file, sha256: sha256Hex(pdf), size: pdf.length };
}
