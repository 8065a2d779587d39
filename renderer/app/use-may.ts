import type { Ability } from '#shared/domain/rights.ts';
import { useSession } from './session.ts';

/**
 * Whether who is signed in has an ability: for showing what there is to do. The program itself refuses what somebody
 * may not.
 */
export function useMay(ability: Ability): boolean {
  return useSession((session) => session.app?.user?.abilities.includes(ability) ?? false);
}
