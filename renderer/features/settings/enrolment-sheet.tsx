import { useTranslation } from 'react-i18next';
import type { KeyEntry } from '#shared/ipc/contract/keys.ts';
import { call } from '../../app/bridge.ts';
import { useQuery } from '../../app/use-query.ts';
import { PaperFrame } from '../../papers/paper-frame.tsx';
import { useSavePdf } from '../../papers/save-pdf.tsx';

/** The page by which a receiver enrols a key made by the app: seen, printed, saved (Ctrl+S). */
export function EnrolmentSheet({ entry, onClose }: { readonly entry: KeyEntry; onClose(): void }) {
  const { t } = useTranslation('signing');
  const sheet = useQuery('keys.enrolmentSheet', { keyId: entry.id }, ['settings']);
  const saving = useSavePdf({
    ready: sheet.data !== null,
    proposedName: () => `${t('sheet.fileName')}.pdf`,
    save: (target) => call('keys.saveEnrolmentSheet', { keyId: entry.id, target }),
    done: (name) => t('sheet.saved', { name }),
  });
  return (
    <PaperFrame
      title={`${t('sheet.title')}: ${entry.subject}`}
      label={t('sheet.label')}
      shown={sheet}
      saving={saving}
      words={{ save: t('sheet.save'), close: t('sheet.close') }}
      help="key-sheet"
      onClose={onClose}
    />
  );
}
