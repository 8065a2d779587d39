import { useTranslation } from 'react-i18next';
import type { CallFault } from '../../../app/bridge.ts';

/** What is wrong with the reason, in words; null where nothing is. */
export function useReasonFault(fault: CallFault | null): string | null {
  const { t } = useTranslation('privacy');
  const code = fault?.fieldErrors?.reason;
  return code === 'NAMES_PERSON' || code === 'REQUIRED' ? t(`reason.${code}`) : null;
}
