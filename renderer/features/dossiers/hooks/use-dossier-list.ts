import type { DossierFilter, StoredDossier } from '#shared/ipc/contract/dossiers.ts';
import { call } from '../../../app/bridge.ts';
import { type RowList, type RowSource, useRowList } from '../../../ui/use-row-list.ts';

export type DossierList = RowList<StoredDossier>;

const SOURCE: RowSource<StoredDossier> = {
  of: 'dossiers',
  subject: 'dossiers',
  index: (asked) => call('dossiers.index', { filter: JSON.parse(asked) as DossierFilter }),
  rows: (ids) => call('dossiers.rows', { ids }),
};

/** The dossiers that match a filter. */
export function useDossierList(filter: DossierFilter): DossierList {
  return useRowList(SOURCE, JSON.stringify(filter));
}
