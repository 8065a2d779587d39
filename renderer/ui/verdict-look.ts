import type { VerifyResult } from '#shared/ipc/contract/reports.ts';

/** Sign and colour of a verdict; the words beside it say the same. */
export const VERDICT_LOOK: Readonly<
  Record<VerifyResult['verdict'], { readonly mark: string; readonly tone: 'met' | 'missed' | 'attention' }>
> = {
  valid: { mark: '✓', tone: 'met' },
  invalid: { mark: '✕', tone: 'missed' },
  unknown: { mark: '?', tone: 'attention' },
};
