import { create } from 'zustand';
import { perPerson } from '../../../app/person-state.ts';
import { useSession } from '../../../app/session.ts';

export const VERIFY_PARTS = ['single', 'gather'] as const;
export type VerifyPart = (typeof VERIFY_PARTS)[number];

/** Which part of the screen is shown; null: nobody chose yet. */
const usePartView = create<{ readonly part: VerifyPart | null }>(() => ({ part: null }));
perPerson(usePartView);

/** The part shown; whoever is there to receive reports begins with the table. */
export function useVerifyPart(): VerifyPart {
  const part = usePartView((view) => view.part);
  const role = useSession((session) => session.app?.user?.role);
  return part ?? (role === 'receiver' ? 'gather' : 'single');
}

/** Shows a part of the screen. */
export function showPart(part: VerifyPart): void {
  usePartView.setState({ part });
}
