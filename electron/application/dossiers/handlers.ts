import { compareVietnamese } from '#shared/domain/vietnamese-order.ts';
import { AppError } from '#shared/errors.ts';
import type { Output, ServiceChannel } from '#shared/ipc/contract.ts';
import type { Handlers, Workspace } from '../context.ts';
import { maskedDossier, maskedHistory } from '../masking/masked-dossier.ts';
import { searchTold } from '../masking/number-search.ts';
import { unmaskDossier } from '../masking/unmask-dossier.ts';
import { setFlags, undoMany } from './bulk.ts';
import { calendarMonth } from './calendar-month.ts';
import { proposeDossierDue, proposeMovedDue } from './due-days.ts';
import { exportDossiers } from './export-dossiers.ts';
import { procedureLookup } from './procedure-lookup.ts';
import { removeDossier, restoreDossier, saveDossier, undoDeed } from './save-dossier.ts';

type DossierChannel = Extract<ServiceChannel, `dossiers.${string}`>;

/** The dossier ledger: lists, single records with history, entry and edit. */
export const dossierHandlers: Handlers<DossierChannel> = {
  'dossiers.index': async ({ filter }, space) => ({
    ids: await searchTold(
      filter.search,
      space,
      (numbers) => space.store.dossiers.index(filter, space.clock.today(), numbers),
      ({ length }) => length,
    ),
  }),
  'dossiers.rows': ({ ids }, { store, clock }) => store.dossiers.rows(ids, clock.today()).map(maskedDossier),
  'dossiers.get': ({ id }, { store, clock }) => {
    const dossier = store.dossiers.get(id, clock.today());
    if (!dossier) throw new AppError('RECORD_UNKNOWN', { id });
    return { dossier: maskedDossier(dossier), history: maskedHistory(store.dossiers.history(id)) };
  },
  'dossiers.unmask': unmaskDossier,
  'dossiers.save': saveDossier,
  'dossiers.remove': removeDossier,
  'dossiers.restore': restoreDossier,
  'dossiers.undo': undoDeed,
  'dossiers.choices': (_input, workspace) => choices(workspace),
  'dossiers.proposeDue': proposeDossierDue,
  'dossiers.proposeMovedDue': proposeMovedDue,
  'dossiers.similar': (typed, { store, clock }) =>
    store.dossiers
      .similar(typed, clock.today())
      .map(({ dossier, why }) => ({ dossier: maskedDossier(dossier), why })),
  'dossiers.setFlags': setFlags,
  'dossiers.undoMany': undoMany,
  'dossiers.calendar': ({ month }, space) => calendarMonth(space, month),
  'dossiers.export': exportDossiers,
  'dossiers.byCode': ({ code }, { store, clock }) => {
    const found = store.dossiers.byCode(code, clock.today());
    return found === null ? null : maskedDossier(found);
  },
  'dossiers.find': async ({ query, limit }, space) => {
    const found = await searchTold(
      query,
      space,
      (numbers) => space.store.dossiers.find(query, limit, space.clock.today(), numbers),
      ({ length }) => length,
    );
    return found.map(maskedDossier);
  },
};

/** Fields in use and in the catalogue, and the procedures in force today, for the form and the filters. */
function choices(workspace: Workspace): Output<'dossiers.choices'> {
  const today = workspace.clock.today();
  const { catalogue, byCode } = procedureLookup(workspace);
  const procedures = [...catalogue.byCode.keys()].flatMap((code) => {
    const procedure = byCode(code, today);
    return procedure ? [{ code, name: procedure.name, field: procedure.field, hint: null }] : [];
  });
  const fields = new Set([...workspace.store.dossiers.fields(), ...procedures.map(({ field }) => field)]);
  return { fields: [...fields].sort(compareVietnamese), procedures };
}
