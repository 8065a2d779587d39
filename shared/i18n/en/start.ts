import type { Catalogue } from '../catalogue.ts';
import type { start as vi } from '../vi/start.ts';

export const start: Catalogue<typeof vi> = {
  welcome: 'Three questions, then you can begin. Everything can be changed later in Settings.',
  steps: 'Steps',
  language: 'Language',
  question: { unit: 'Which unit?', you: 'Who are you?', backup: 'Passphrase and backups' },
  kind: {
    xa: 'Commune (xã)',
    phuong: 'Ward (phường)',
    'thi-tran': 'Township (thị trấn)',
    'dac-khu': 'Special zone (đặc khu)',
  },
  field: {
    kind: 'Kind of unit',
    place: 'Place',
    code: 'Unit code',
    unitName: 'Full name of the unit',
    to: 'Report goes to',
    through: 'Through',
    name: 'Your name',
    login: 'Sign-in name',
    role: 'Role',
    signer: 'Chairman who signs reports',
    passphrase: 'Passphrase',
    repeated: 'Passphrase again',
  },
  hint: {
    place: 'For example: Phước An',
    code: 'Digits, for example 26503',
    to: 'The authority above that receives the report, written in full',
    through: 'If the report goes through an office; may be left empty',
    login: 'Small letters, no accents',
    signer: 'Full name printed under the signature; can be written later in Settings',
    passphrase:
      'At least 8 characters. The data is encrypted with it; next comes a recovery sheet to print, in case it is forgotten.',
  },
  backup: {
    folder: 'Backup folder',
    folderNote: 'Better on another drive or a USB stick. Can be chosen later in Settings.',
    noFolder: 'None chosen',
    differ: 'The two entries differ.',
  },
  finish: 'Begin to work',
  sample: 'Look at sample data',
  promise: 'The program runs on this machine alone; it uses no network and sends nothing anywhere.',
  signIn: { who: 'Who is working?', submit: 'Sign in' },
  repair: {
    title: 'The data could not be opened',
    text: 'The program stops here so as not to overwrite anything. Your data is as it was.',
    copy: 'Copy diagnostics',
    advice: {
      DATA_FOLDER_REMOTE:
        'Copy the whole data folder to a disk of this machine and open it there. For a copy on another machine use backups.',
      OUTPUT_UNWRITABLE:
        'The data folder cannot be written: check the right to write and the free space of the disk, then try again. The data is as it was.',
      DATA_FOLDER_BUSY: 'Close the other window, or wait for the running command, then try again.',
      DATA_FROM_FUTURE:
        'Install a newer version of the program and open it again. Do not edit the data file by hand.',
      DATA_DAMAGED: 'Keep the data folder as it is, copy it elsewhere, then restore the latest backup.',
      DATA_FOLDER_MISSING: 'Check that the drive with the data is plugged in and readable, then try again.',
      DATA_NOT_ENCRYPTED:
        'Copy the whole data folder elsewhere, tell whoever looks after the machine that somebody can write there, then restore a backup, best the one on the USB stick.',
      KEYRING_OPEN:
        'Copy the whole data folder elsewhere, tell whoever looks after the machine that somebody can write there, then restore a backup, best the one on the USB stick.',
      BOOKS_MIXED:
        'If files were just copied by hand, copy the right ones and try again; otherwise restore the latest backup.',
      other: 'Try again. If it still fails, copy the diagnostics and send them to whoever helps you.',
    },
  },
};
