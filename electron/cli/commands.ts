/** The commands of the command line (product.md); the first argument that the installed app looks for. */
export const COMMANDS = [
  'init',
  'import',
  'undo-import',
  'export',
  'evaluate',
  'explain',
  'plan',
  'summary',
  'report',
  'keys',
  'hand-over',
  'verify',
  'consolidate',
  'receipt',
  'check',
  'demo',
  'update',
  'version',
  'help',
] as const;
export type Command = (typeof COMMANDS)[number];
