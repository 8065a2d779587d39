import { useRecoveryAsked } from '../access/ask.ts';
import { useClosedQuestion } from '../app/closed-reason.ts';
import { useNavigation } from '../app/navigation.ts';
import { useSession } from '../app/session.ts';
import { useTargetsPlace } from '../app/targets-place.ts';
import { useRestoreAsked } from '../backup/ask.ts';
import { useAskedPaper } from '../printing/ask.ts';
import type { GuidePlace } from './store.ts';
import { helpOf, SCREEN_HELP, SUBJECT_HELP, tabHelp } from './topics.ts';

/** What the guide has to say about what is on the screen now, and where the keyboard is. */
export function helpHere(): GuidePlace {
  const focused = document.activeElement?.closest<HTMLElement>('[data-help],[data-help-page]');
  const said = focused?.dataset.help ?? focused?.dataset.helpPage;
  return (said === undefined ? null : helpOf(said)) ?? dialogHelp() ?? pageHelp();
}

/** The dialogs that any screen may open. */
function dialogHelp(): GuidePlace | null {
  if (useAskedPaper.getState().paper !== null) return SUBJECT_HELP.printing;
  if (useClosedQuestion.getState().question !== null) return SUBJECT_HELP['closed-period'];
  if (useRestoreAsked.getState().asked) return SUBJECT_HELP.restore;
  if (useRecoveryAsked.getState().asked) return SUBJECT_HELP.recovery;
  return null;
}

function pageHelp(): GuidePlace {
  const { app } = useSession.getState();
  if (app === null || app.phase === 'repair') return SUBJECT_HELP.repair;
  if (app.phase !== 'ready') return SUBJECT_HELP[app.phase];
  const shown = document.querySelector<HTMLElement>('#main [data-help-page]')?.dataset.helpPage;
  const { screen } = useNavigation.getState();
  const place = shown === undefined ? null : helpOf(shown);
  if (place !== null) return place;
  return screen === 'targets' ? tabHelp(useTargetsPlace.getState().tab) : SCREEN_HELP[screen];
}
