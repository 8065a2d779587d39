import type { Catalogue } from '../catalogue.ts';
import type { keysPaper as source } from '../vi/keysPaper.ts';

/** Words of the page by which a receiver enrols a key made by the app. The paper itself is printed in Vietnamese. */
export const keysPaper: Catalogue<typeof source> = {
  title: 'ENROLMENT OF A SIGNING KEY',
  subject: 'For reports on quality objectives',
  rows: {
    unit: 'Unit',
    unitCode: 'Code of the unit',
    holder: 'Holder of the key',
    algorithm: 'Kind of key',
    validity: 'Validity of the certificate',
    validityText: 'from {{from}} to {{to}}',
    serial: 'Serial number of the certificate',
  },
  fingerprint: 'Fingerprint of the certificate (SHA-256)',
  publicKey: 'Fingerprint of the public key (SHA-256)',
  how: {
    send: 'Send this page and the certificate file (.pem) to the office that receives the reports.',
    compare:
      'That office opens the certificate in the program and compares every group of four with this page, or reads them back over a telephone number known before; only when all 16 groups agree it enrols the key.',
    only: 'Only reports signed with this key, within the enrolled time, count as those of the unit.',
  },
  code: 'The QR code holds the code of the unit and both fingerprints of this page.',
  signatures: {
    holder: 'HOLDER OF THE KEY',
    head: 'HEAD OF THE UNIT',
    note: '(signature, full name)',
    noteHead: '(signature, seal)',
  },
  receiver: {
    heading: 'For the receiving office',
    compared: 'Fingerprint compared on ……/……/………, by: ………………………………',
    from: 'Key enrolled from ……/……/……… to ……/……/………',
    who: 'Compared by (signature, full name): …………………………………………………………………',
  },
  footer: 'Made on {{date}} · {{fingerprint}}',
};
