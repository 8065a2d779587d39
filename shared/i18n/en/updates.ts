import type { Catalogue } from '../catalogue.ts';
import type { updates as vi } from '../vi/updates.ts';

export const updates: Catalogue<typeof vi> = {
  title: 'Version of the program',
  text: 'The program never looks for a new version over a network. A new version comes as an .scl-update file, on a USB stick for example; its publisher’s signature is checked before anything is taken from it.',
  supported: 'Runs on Windows 10 and later, 64 bit (x64).',
  version: 'In use',
  way: 'Installed as',
  kind: {
    folder: 'unpacked folder',
    single: 'a single file',
    installer: 'installer',
    system: 'package of the system',
    source: 'run from its sources',
  },
  before: 'Version before',
  none: 'none yet',
  first: 'the one installed first',
  refused: {
    source: 'The program runs from its sources and takes no update files.',
    system:
      'The program was installed by a package of the system. Ask whoever looks after this computer for the new package; the data stays as it is.',
    unwritable:
      'The program’s folder cannot be written to. Ask whoever installed it to update, or copy the program to a place that can be written to.',
    'no-key':
      'This version carries no key of a publisher, so update files cannot be checked. Install new versions with the installer.',
  },
  choose: 'Choose update file…',
  fileKind: 'Update file (.scl-update)',
  offerTitle: 'Version {{version}} · released {{date}}',
  offerChecked: 'Signature holds (key {{key}}) · {{size}} MB',
  notes: 'What is new',
  install: 'Install version {{version}}',
  installing: 'Copying and checking every file; the version in use is not touched.',
  another: 'Choose another file…',
  waiting: 'Version {{version}} lies beside the one in use and runs from the next start on.',
  waitingBack: {
    first: 'The version installed first runs again from the next start. Version {{running}} runs until then.',
    version: 'Version {{version}} runs again from the next start. Version {{running}} runs until then.',
  },
  waitingInstaller: 'The installer of version {{version}} is open.',
  restart: 'Restart now',
  rollBack: 'Go back to the version before…',
  left: {
    failed:
      'Version {{version}} did not open twice in a row, so the program went back to the one before. The data is as it was.',
    asked: 'Version {{version}} was left as asked.',
  },
  rollBackQuestion:
    'Go back to the version before? The data stays as it is, but if the new version has upgraded the data, the one before can only open a backup.',
  rollBackYes: 'Go back',
  rollBackNo: 'Keep this version',
};
