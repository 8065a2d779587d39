import { closePaper, useOpenPaper } from './open-paper.ts';
import { PaperDialog } from './paper-dialog.tsx';

/** The dialog of the paper that was asked for last. */
export default function PaperHost() {
  const paper = useOpenPaper((open) => open.paper);
  return paper === null ? null : (
    <PaperDialog key={JSON.stringify(paper)} what={paper} onClose={closePaper} />
  );
}
