/** Words used by every screen and by the command line. */
export const common = {
  appName: 'Sổ Chất Lượng',
} as const;
