import type { ServiceChannel } from '#shared/ipc/contract.ts';
import type { Handlers } from '../context.ts';
import { anonymiseDue, anonymisePerson } from './anonymise.ts';
import { correctPerson } from './correct.ts';
import { exportPerson } from './export.ts';
import { findPerson } from './find.ts';
import { retention, saveRetention } from './retention.ts';

type PrivacyChannel = Extract<ServiceChannel, `privacy.${string}`>;

/** A citizen's data: found, given out, corrected, anonymised. */
export const privacyHandlers: Handlers<PrivacyChannel> = {
  'privacy.find': findPerson,
  'privacy.export': exportPerson,
  'privacy.correct': correctPerson,
  'privacy.anonymise': anonymisePerson,
  'privacy.retention': (_input, workspace) => retention(workspace),
  'privacy.saveRetention': saveRetention,
  'privacy.anonymiseDue': anonymiseDue,
};
