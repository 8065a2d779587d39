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
  tokenKind: 'USB token',
  token: {
    driver: 'Driver of the token',
    chooseDriver: 'Choose the kind of token…',
    noDriver:
      'No known token driver was found on this machine. Install the software that came with the token, or point to the driver file (.dll, .so).',
    browse: 'Another file…',
    again: 'Look again',
    none: 'No token is seen. Plug the token in, then press “Look again”.',
    unnamed: 'Token without a name',
    serial: 'no. {{serial}}',
    noCertificate: 'This token holds no certificate to sign with. Ask whoever issued the token.',
    selfIssued: 'issued by its holder',
    issuer: 'issued by {{issuer}}',
    until: 'until {{date}}',
    unsuitable: {
      expired: 'Expired; it cannot sign.',
      'not-yet-valid': 'Not valid yet. Check the date and time of this machine.',
      'not-for-signing': 'Not issued for signing.',
      other: 'This kind of key cannot sign (RSA of at least 2048 bits or ECDSA P-256, P-384 is needed).',
    },
  },
  pin: {
    label: 'PIN of the token',
    hint: 'Used for this signature only, never stored',
    onReader: 'The PIN is typed on the card reader itself. Press the button to sign and follow the reader.',
    low: 'A wrong PIN was tried before; the token has few tries left. Be sure of the PIN before signing: without tries left the token locks itself.',
    'final-try':
      'The token has ONE try left. If the PIN is wrong this time, the token locks itself and signs nothing until its issuer unlocks it with the PUK. If you are not sure, stop and ask whoever keeps the token.',
    useLastTry: 'I am sure of the PIN and agree to use the last try',
    locked:
      'The token locked itself after too many wrong PINs. Unlock it with the PUK in the software that came with the token, or call its issuer if you have no PUK. Meanwhile another key can sign.',
    'not-set':
      'This token has no PIN yet. Set one with the software that came with the token or ask its issuer, then press “Look again”.',
  },
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
