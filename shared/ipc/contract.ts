import type { z } from 'zod';
import { accessCalls } from './contract/access.ts';
import { appCalls } from './contract/app.ts';
import { backupCalls } from './contract/backups.ts';
import { dossierCalls } from './contract/dossiers.ts';
import { evaluationCalls } from './contract/evaluation.ts';
import { importCalls } from './contract/imports.ts';
import { handOverCalls, keyCalls } from './contract/keys.ts';
import { ledgerCalls } from './contract/ledgers.ts';
import { logCalls } from './contract/log.ts';
import { mergeCalls } from './contract/merge.ts';
import { paperCalls } from './contract/papers.ts';
import { printingCalls } from './contract/printing.ts';
import { privacyCalls } from './contract/privacy.ts';
import { receiverCalls } from './contract/receiver.ts';
import { reportCalls } from './contract/reports.ts';
import { settingsCalls } from './contract/settings.ts';
import { targetCalls } from './contract/targets.ts';
import { updateCalls } from './contract/updates.ts';

/** Every call between window and program. Main, preload, renderer, service and tests derive their types from it. */
export const contract = {
  ...appCalls,
  ...accessCalls,
  ...dossierCalls,
  ...importCalls,
  ...ledgerCalls,
  ...evaluationCalls,
  ...targetCalls,
  ...paperCalls,
  ...reportCalls,
  ...keyCalls,
  ...handOverCalls,
  ...receiverCalls,
  ...settingsCalls,
  ...logCalls,
  ...backupCalls,
  ...mergeCalls,
  ...privacyCalls,
  ...printingCalls,
  ...updateCalls,
} as const;

export type Contract = typeof contract;
export type Channel = keyof Contract;
/** What the caller passes (before defaults are filled). */
export type Input<C extends Channel> = z.input<Contract[C]['input']>;
/** What the handler gets (after parsing). */
export type Parsed<C extends Channel> = z.output<Contract[C]['input']>;
export type Output<C extends Channel> = z.output<Contract[C]['output']>;
export type ServiceChannel = { [C in Channel]: Contract[C]['place'] extends 'service' ? C : never }[Channel];
export type MainChannel = { [C in Channel]: Contract[C]['place'] extends 'main' ? C : never }[Channel];
