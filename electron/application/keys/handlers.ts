import type { Handlers } from '../context.ts';
import { createKey, listKeys, saveCertificate } from './app-keys.ts';
import { proposeDrivers } from './drivers.ts';
import { listTokenEntries } from './list-tokens.ts';

type KeyChannel = 'keys.list' | 'keys.create' | 'keys.saveCertificate' | 'tokens.drivers' | 'tokens.list';

/** Keys that sign: those the app made, and USB tokens. */
export const keyHandlers: Handlers<KeyChannel> = {
  'keys.list': (_input, workspace) => listKeys(workspace),
  'keys.create': ({ name, passphrase }, workspace) => createKey(workspace, name, passphrase),
  'keys.saveCertificate': async ({ keyId, target }, workspace) => ({
    saved: await saveCertificate(workspace, keyId, target),
  }),
  'tokens.drivers': (_input, workspace) => proposeDrivers(workspace),
  'tokens.list': ({ driver }, workspace) => listTokenEntries(workspace, driver),
};
