// What the use cases ask of whoever keeps the data; electron/persistence answers. By purpose in ports/; imported from here.
export type * from './ports/documents.ts';
export type * from './ports/dossiers.ts';
export type * from './ports/entries.ts';
export type * from './ports/imports.ts';
export type * from './ports/keys.ts';
export type * from './ports/log.ts';
export type * from './ports/merges.ts';
export type * from './ports/privacy.ts';
export type * from './ports/reports.ts';
export type * from './ports/steps.ts';
export type * from './ports/store.ts';
export type * from './ports/users.ts';
export type * from './ports/writing.ts';
