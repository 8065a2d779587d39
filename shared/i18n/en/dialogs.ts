import type { Catalogue } from '../catalogue.ts';
import type { dialogs as vi } from '../vi/dialogs.ts';

export const dialogs: Catalogue<typeof vi> = {
  spreadsheets: 'Dossier lists (Excel, CSV)',
  reports: 'Signed reports (PDF, ZIP, saved mail)',
  keys: 'Signing keys (.p12, .pfx)',
  certificates: 'Certificates (.pem, .cer, .crt, .der)',
  drivers: 'PKCS#11 driver of a token (.dll, .so)',
  targets: 'Target set (.json)',
  receipts: 'Answer to a report (.scl-receipt)',
  handOvers: 'Key hand-over note (.scl-handover)',
  backups: 'Backup (.scl-backup)',
  units: 'List of units (.json, .xlsx, .csv)',
  all: 'All files',
  refusedSwitch: 'The program does not take {{name}}: it would take a protection away.',
  restoreQuestion:
    'Take the copy in place of the data on this machine? The present data is moved aside whole and can be brought back under Settings › Backup.',
  bringBackQuestion:
    'Bring the data back in place of the present data? The present data is moved aside whole.',
  replaceYes: 'Replace the present data',
  replaceNo: 'Keep the present data',
  numbersQuestion:
    'Write citizens’ whole ID numbers into the file “{{file}}”? It is not encrypted: whoever has it can read it. The reason given is kept in the log.',
  personQuestion:
    'Write personal data with whole ID numbers into the file “{{file}}”? It is not encrypted: whoever has it can read it.',
  numbersYes: 'Write the file',
  numbersNo: 'Do not write',
  fileName: 'file',
};
