import type { Catalogue } from '../catalogue.ts';
import type { signing as source } from '../vi/signing.ts';

export const signing: Catalogue<typeof source> = {
  with: 'Sign with',
  app: 'Key of the program',
  p12: 'Certificate file (.p12, .pfx)',
  key: 'Key',
  keyItem: '{{subject}} · {{algorithm}} · until {{notAfter}}',
  pickP12: 'Choose certificate file…',
  p12Chosen: 'File: {{name}}',
  passphrase: 'Passphrase of the key',
  passphraseHint: 'Used for this signature only, never stored',
  make: {
    none: 'No key yet. Make one below; it is kept on this machine, protected by a passphrase of yours.',
    elsewhere:
      'This machine has no key made by the program yet. Please sign with a certificate file or a token.',
    name: 'Name on the certificate',
    nameHint: 'Usually the name of the unit',
    passphrase: 'New passphrase of the key (at least 8 characters)',
    again: 'Passphrase again',
    mismatch: 'The two differ',
    tooShort: 'At least 8 characters',
    submit: 'Make key',
    forgotten: 'The passphrase is kept nowhere. If you forget it, a new key has to be made.',
  },
};
