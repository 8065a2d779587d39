import { AppError } from '#shared/errors.ts';
import { DOCUMENT_KEYS, readProfile, readReportDueDays, writeProfile } from '../app/documents.ts';
import { hashPassphrase, passphraseMatches } from '../app/passphrases.ts';
import type { Handlers, Workspace } from '../context.ts';
import { demandSet } from '../targets/known-sets.ts';
import { calendarOf, proceduresOf } from './catalogues.ts';
import { layoutSample } from './layout-sample.ts';

type SettingsChannel =
  | 'settings.get'
  | 'settings.save'
  | 'settings.layoutSample'
  | 'settings.calendar'
  | 'settings.procedures'
  | 'settings.changePassphrase';

const current = ({ store }: Workspace) => ({
  profile: readProfile(store),
  reportDueDays: readReportDueDays(store),
});

/** The unit's settings, its calendar and procedures, and passphrases. */
export const settingsHandlers: Handlers<SettingsChannel> = {
  'settings.get': (_input, workspace) => current(workspace),
  'settings.save': async ({ profile, reportDueDays }, workspace) => {
    demandSet(workspace, profile.targetSet);
    await workspace.store.write((tx) => {
      writeProfile(tx, profile);
      if (reportDueDays === null) tx.removeDocument(DOCUMENT_KEYS.reportDueDays);
      else tx.putDocument(DOCUMENT_KEYS.reportDueDays, reportDueDays);
    });
    return current(workspace);
  },
  'settings.layoutSample': async ({ layout }, workspace) => ({
    pdf: await layoutSample(workspace, layout),
  }),
  'settings.calendar': ({ year }, workspace) => calendarOf(workspace, year),
  'settings.procedures': (_input, workspace) => proceduresOf(workspace),
  'settings.changePassphrase': async ({ login, current: known, next }, { store, actor }) => {
    const user = store.users.get(login);
    if (user === null || login !== actor.login) throw new AppError('FORBIDDEN', { role: actor.role });
    if (!(await passphraseMatches(user.passphraseHash, known)))
      throw new AppError('PASSPHRASE_WRONG', { login });
    const passphraseHash = next === null || next === '' ? null : await hashPassphrase(next);
    await store.write((tx) => tx.putUser({ ...user, passphraseHash }));
    return {};
  },
};
