import './all-styles.ts';
import '@mantine/notifications/styles.layer.css';
import { Notifications } from '@mantine/notifications';

/** Where short messages (saved, undo) appear, clear of the buttons of the panes; loaded after the first figures. */
export default function Toasts() {
  return <Notifications position="bottom-center" autoClose={6000} limit={3} containerWidth={460} />;
}
