import { readProfile, readReportDueDays } from '../app/documents.ts';
import type { Handlers, Workspace } from '../context.ts';
import { calendarOf, proceduresOf } from './catalogues.ts';
import { layoutSample } from './layout-sample.ts';
import { saveSettings } from './save-settings.ts';

type SettingsChannel =
  | 'settings.get'
  | 'settings.save'
  | 'settings.layoutSample'
  | 'settings.calendar'
  | 'settings.procedures';

const current = ({ store }: Workspace) => ({
  profile: readProfile(store),
  reportDueDays: readReportDueDays(store),
});

/** The unit's settings, its calendar and procedures. */
export const settingsHandlers: Handlers<SettingsChannel> = {
  'settings.get': (_input, workspace) => current(workspace),
  'settings.save': async (input, workspace) => {
    await saveSettings(workspace, input);
    return current(workspace);
  },
  'settings.layoutSample': async ({ layout }, workspace) => ({ pdf: await layoutSample(workspace, layout) }),
  'settings.calendar': ({ year }, workspace) => calendarOf(workspace, year),
  'settings.procedures': (_input, workspace) => proceduresOf(workspace),
};
