import { askToPrint } from '../printing/ask.ts';
import { showFault } from '../ui/toast.tsx';
import { call, toFault } from './bridge.ts';
import { goTo, useNavigation } from './navigation.ts';

/** Opens the print dialog for Tổng quan, from whichever screen; its style sheet lays it out for paper. */
export function printOverview(): void {
  if (useNavigation.getState().screen !== 'overview') goTo('overview');
  else useNavigation.setState({ paletteOpen: false });
  // Two frames: the palette is gone and the screen stands.
  requestAnimationFrame(() =>
    requestAnimationFrame(() =>
      setTimeout(() => {
        call('print.screen', {}).then(
          ({ pdf }) => askToPrint({ pdf, what: null }),
          (reason: unknown) => showFault(toFault(reason)),
        );
      }, 50),
    ),
  );
}
