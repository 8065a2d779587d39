import { useTranslation } from 'react-i18next';
import { periodShort } from '#shared/i18n/period-words.ts';
import type { PaperChoice } from '#shared/ipc/contract/papers.ts';
import { call } from '../app/bridge.ts';
import { longWork } from '../app/long-work.ts';
import { type Subject, useQuery } from '../app/use-query.ts';
import { useFormat } from '../app/words.ts';
import { PaperFrame } from './paper-frame.tsx';
import { useSavePdf } from './save-pdf.tsx';

const CHANGING: readonly Subject[] = ['dossiers', 'ledgers', 'settings', 'reports'];

interface Props {
  readonly what: PaperChoice;
  onClose(): void;
}

/** Shows a paper as it will be printed, prints it or saves it (Ctrl+S). */
export function PaperDialog({ what, onClose }: Props) {
  const { t } = useTranslation('papers');
  const format = useFormat();
  const shown = useQuery('papers.pdf', { what }, CHANGING, t('working'));
  const draft = shown.data?.draft ?? false;
  const title = t(`title.${what.kind}`);
  const period = 'period' in what ? periodShort(what.period, format.language).replaceAll('/', '-') : '';
  const objective = what.kind === 'records' ? what.objective : '';
  const saving = useSavePdf({
    ready: shown.data !== null,
    proposedName: () => t(`fileName.${what.kind}`, { period, objective }),
    save: (target) => longWork(t('saving'), (task) => call('papers.save', { what, target, task })),
    done: (name) => t('saved', { name }),
  });
  return (
    <PaperFrame
      title={title}
      label={draft ? t('draft') : title}
      final={!draft}
      shown={shown}
      saving={saving}
      words={{ save: t('save'), close: t('close') }}
      onClose={onClose}
    />
  );
}
