import { buildCalendar } from '#shared/domain/calendar.ts';
import { proposeDue } from '#shared/domain/due-date.ts';
import { AppError } from '#shared/errors.ts';
import type { Output } from '#shared/ipc/contract.ts';
import type { Handlers, Workspace } from '../context.ts';
import { calendarYears } from '../settings/catalogues.ts';
import { procedureLookup } from './procedure-lookup.ts';
import { removeDossier, restoreDossier, saveDossier, undoDeed } from './save-dossier.ts';

type DossierChannel =
  | 'dossiers.index'
  | 'dossiers.rows'
  | 'dossiers.get'
  | 'dossiers.save'
  | 'dossiers.remove'
  | 'dossiers.restore'
  | 'dossiers.undo'
  | 'dossiers.choices'
  | 'dossiers.proposeDue'
  | 'dossiers.byCode'
  | 'dossiers.find';

/** The dossier ledger: lists, single records with history, entry and edit. */
export const dossierHandlers: Handlers<DossierChannel> = {
  'dossiers.index': ({ filter }, { store, clock }) => ({ ids: store.dossiers.index(filter, clock.today()) }),
  'dossiers.rows': ({ ids }, { store, clock }) => store.dossiers.rows(ids, clock.today()),
  'dossiers.get': ({ id }, { store, clock }) => {
    const dossier = store.dossiers.get(id, clock.today());
    if (!dossier) throw new AppError('RECORD_UNKNOWN', { id });
    return { dossier, history: store.dossiers.history(id) };
  },
  'dossiers.save': saveDossier,
  'dossiers.remove': removeDossier,
  'dossiers.restore': restoreDossier,
  'dossiers.undo': undoDeed,
  'dossiers.choices': (_input, workspace) => choices(workspace),
  'dossiers.proposeDue': ({ procedureCode, channel, receivedOn }, { resourcesDir }) => {
    const procedure = procedureLookup(resourcesDir).byCode(procedureCode, receivedOn);
    const proposal = proposeDue(procedure, channel, receivedOn, buildCalendar(calendarYears(resourcesDir)));
    return { ...proposal, holidays: proposal.holidays.map(({ date, name }) => ({ date, name })) };
  },
  'dossiers.byCode': ({ code }, { store, clock }) => store.dossiers.byCode(code, clock.today()),
  'dossiers.find': ({ query, limit }, { store, clock }) => store.dossiers.find(query, limit, clock.today()),
};

/** Fields in use and in the catalogue, and the procedures in force today, for the form and the filters. */
function choices({ store, clock, resourcesDir }: Workspace): Output<'dossiers.choices'> {
  const today = clock.today();
  const { catalogue, byCode } = procedureLookup(resourcesDir);
  const procedures = [...catalogue.byCode.keys()].flatMap((code) => {
    const procedure = byCode(code, today);
    return procedure ? [{ code, name: procedure.name, field: procedure.field, hint: null }] : [];
  });
  const fields = new Set([...store.dossiers.fields(), ...procedures.map(({ field }) => field)]);
  return { fields: [...fields].sort(), procedures };
}
