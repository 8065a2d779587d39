import type { Handlers } from '../context.ts';
import { createKey, listKeys, saveCertificate } from './app-keys.ts';
import { proposeDrivers } from './drivers.ts';
import { enrolmentSheet, saveEnrolmentSheet } from './enrolment-sheet.ts';
import { listTokenEntries } from './list-tokens.ts';
import { makeHandOver } from './make-hand-over.ts';
import { listHandOvers, takeHandOver } from './take-hand-over.ts';

type KeyChannel =
  | 'keys.list'
  | 'keys.create'
  | 'keys.saveCertificate'
  | 'keys.enrolmentSheet'
  | 'keys.saveEnrolmentSheet'
  | 'keys.handOver'
  | 'tokens.drivers'
  | 'tokens.list'
  | 'trust.takeHandOver'
  | 'trust.handOvers';

/** Keys that sign: those the app made, USB tokens, and how one key takes over from another. */
export const keyHandlers: Handlers<KeyChannel> = {
  'keys.list': (_input, workspace) => listKeys(workspace),
  'keys.create': ({ name, passphrase }, workspace) => createKey(workspace, name, passphrase),
  'keys.saveCertificate': async ({ keyId, target }, workspace) => ({
    saved: await saveCertificate(workspace, keyId, target),
  }),
  'keys.enrolmentSheet': async ({ keyId }, workspace) => ({ pdf: await enrolmentSheet(workspace, keyId) }),
  'keys.saveEnrolmentSheet': async ({ keyId, target }, workspace) => ({
    saved: await saveEnrolmentSheet(workspace, keyId, target),
  }),
  'keys.handOver': (input, workspace) => makeHandOver(workspace, input),
  'tokens.drivers': (_input, workspace) => proposeDrivers(workspace),
  'tokens.list': ({ driver }, workspace) => listTokenEntries(workspace, driver),
  'trust.takeHandOver': ({ file }, workspace) => takeHandOver(workspace, file),
  'trust.handOvers': (_input, workspace) => listHandOvers(workspace),
};
