import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Preferences } from '#shared/ipc/contract/app.ts';
import { call } from '../../app/bridge.ts';
import { applyAppState } from '../../app/session.ts';

/** Tiếng Việt or English, before anything else is known. */
export function LanguageSwitch({ preferences }: { preferences: Preferences }) {
  const { t } = useTranslation('start');
  return (
    <SegmentedControl
      aria-label={t('language')}
      data={[
        { value: 'vi', label: 'Tiếng Việt' },
        { value: 'en', label: 'English' },
      ]}
      value={preferences.language}
      onChange={(value) => {
        const language = value === 'en' ? 'en' : 'vi';
        // A refusal leaves the language as it is, and the switch shows that.
        call('app.setPreferences', { ...preferences, language }).then(applyAppState, () => undefined);
      }}
    />
  );
}
