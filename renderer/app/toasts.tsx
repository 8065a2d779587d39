import './all-styles.ts';
import '@mantine/notifications/styles.layer.css';
import { Notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { hideDone } from '../ui/toast.tsx';
import { givenUp } from './person-state.ts';

// What one person could take back is nobody else's.
givenUp(hideDone);

/** Where short messages (saved, undo) appear, clear of the buttons of the panes; loaded after the first figures. */
export default function Toasts() {
  const { t } = useTranslation('common');
  return (
    <section aria-label={t('messages')}>
      <Notifications
        position="bottom-center"
        autoClose={6000}
        limit={3}
        containerWidth={460}
        withinPortal={false}
      />
    </section>
  );
}
