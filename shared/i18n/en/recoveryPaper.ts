import type { Catalogue } from '../catalogue.ts';
import type { recoveryPaper as vi } from '../vi/recoveryPaper.ts';

/** Words of the printed recovery sheet. */
export const recoveryPaper: Catalogue<typeof vi> = {
  title: 'RECOVERY SHEET',
  subject: 'For a forgotten passphrase of the quality book',
  rows: { unit: 'Unit', unitCode: 'Unit code', number: 'Sheet', madeOn: 'Made on' },
  key: 'Recovery key (7 groups of 5 characters; never B, I, L, O, S, U, V, Z nor 0, 1, 2, 5, 8)',
  how: {
    when: 'When somebody forgot their passphrase: start the program, choose their name, press “Forgotten passphrase”, type the key of this sheet and choose a new passphrase.',
    only: 'Besides the passphrase of each person only this sheet opens the data and its backups. With the sheet lost and every passphrase forgotten nobody can get the data back.',
    keep: 'Keep it in a locked cupboard or safe, in a sealed envelope; not beside the computer, not as a photo, not sent anywhere. If it was saved as a file, delete the file after printing.',
    replaced:
      'This sheet is void as soon as one with a higher number is made. If anybody saw it who should not have, make a new one in Settings at once.',
  },
  signatures: { maker: 'MADE BY', keeper: 'KEPT BY', note: '(signature, full name)' },
  footer: 'Sheet {{number}}, made on {{date}}',
};
