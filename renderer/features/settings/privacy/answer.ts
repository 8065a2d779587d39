import type { Output, Parsed } from '#shared/ipc/contract.ts';

export type Query = Parsed<'privacy.find'>['query'];

/** What was found, and by what. */
export interface Answer extends Output<'privacy.find'> {
  readonly query: Query;
}
