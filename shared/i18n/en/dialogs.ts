import type { Catalogue } from '../catalogue.ts';
import type { dialogs as vi } from '../vi/dialogs.ts';

export const dialogs: Catalogue<typeof vi> = {
  spreadsheets: 'Dossier lists (Excel, CSV)',
  reports: 'Signed reports (PDF)',
  keys: 'Signing keys (.p12, .pfx)',
  certificates: 'Certificates (.pem, .cer, .crt, .der)',
  drivers: 'PKCS#11 driver of a token (.dll, .so)',
  targets: 'Target set (.json)',
  all: 'All files',
  fileName: 'file',
};
