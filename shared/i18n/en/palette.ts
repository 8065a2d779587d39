import type { Catalogue } from '../catalogue.ts';
import type { palette as vi } from '../vi/palette.ts';

export const palette: Catalogue<typeof vi> = {
  title: 'Find',
  placeholder: 'Find a dossier, screen, command, period…',
  nothing: 'Nothing fits “{{query}}”.',
  searching: 'Searching…',
  group: { dossier: 'Dossiers', screen: 'Screens', command: 'Commands', period: 'Periods' },
  also: {
    overview: 'home objectives results percent',
    dossiers: 'list procedures ledger',
    records: 'petitions surveys staff',
    imports: 'excel csv upload',
    targets: 'thresholds decision formulas',
    reports: 'sign print export pdf',
    verify: 'signature pdf verify',
    settings: 'preferences unit keys calendar procedures passphrase language',
  },
  command: {
    compose: 'Enter a new dossier',
    import: 'Import an Excel or CSV file',
    report: 'Draw up the report of the period',
    verify: 'Check a report file',
    previous: 'Previous period',
    next: 'Next period',
    light: 'Light appearance',
    dark: 'Dark appearance',
    auto: 'Appearance of the system',
    language: 'Chuyển sang tiếng Việt',
    leaveSample: 'Leave the sample',
    signOut: 'Sign out',
  },
};
