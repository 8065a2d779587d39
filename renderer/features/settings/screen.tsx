import { type ComponentType, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { LedgerId } from '#shared/domain/ledgers/registry.ts';
import { useForgottenOnLeaving, useKept } from '../../app/kept.ts';
import { SETTINGS_SECTIONS, type SettingsSection, useNavigation } from '../../app/navigation.ts';
import { Page } from '../../app/page.tsx';
import { useMay } from '../../app/use-may.ts';
import { SideList, SideSplit } from '../../ui/side-list.tsx';
import { AccessSection } from './access-section.tsx';
import { AppearanceSection } from './appearance-section.tsx';
import { BackupSection } from './backup-section.tsx';
import { CalendarSection } from './calendar-section.tsx';
import { CheckSection } from './check-section.tsx';
import { KeysSection } from './keys-section.tsx';
import { LayoutSection } from './layout-section.tsx';
import { LogSection } from './log/log-section.tsx';
import { FormerSection } from './merge/former-section.tsx';
import { PeriodSection } from './period-section.tsx';
import { PrivacySection } from './privacy/privacy-section.tsx';
import { ProceduresSection } from './procedures-section.tsx';
import classes from './settings.module.css';
import { TrustSection } from './trust-section.tsx';
import { UnitSection } from './unit-section.tsx';
import { UpdateSection } from './update-section.tsx';

const SECTIONS: Readonly<Record<SettingsSection, ComponentType>> = {
  unit: UnitSection,
  former: FormerSection,
  period: PeriodSection,
  layout: LayoutSection,
  appearance: AppearanceSection,
  passphrase: AccessSection,
  keys: KeysSection,
  trust: TrustSection,
  backup: BackupSection,
  calendar: CalendarSection,
  procedures: ProceduresSection,
  privacy: PrivacySection,
  log: LogSection,
  update: UpdateSection,
  check: CheckSection,
};

/** Sections that hold a ledger. */
const SECTION_OF_LEDGER: Partial<Record<LedgerId, SettingsSection>> = {
  'calendar-days': 'calendar',
  procedures: 'procedures',
};

/** Cài đặt: one list of subjects at the left, the chosen one at the right. */
export default function SettingsScreen() {
  const { t } = useTranslation(['settings', 'common']);
  const target = useNavigation((navigation) => navigation.ledger);
  const asked = target === null ? undefined : SECTION_OF_LEDGER[target.ledger];
  useForgottenOnLeaving('settings');
  const [name, setName] = useKept<SettingsSection>('settings.section', 'unit');
  // Whoever led to one of the ledgers of this screen means its section.
  // biome-ignore lint/correctness/useExhaustiveDependencies: every request anew
  useEffect(() => {
    if (asked) setName(asked);
  }, [target, setName]);
  const section = useNavigation((navigation) => navigation.settings);
  // Whoever led to a section means it, until another one is chosen here.
  useEffect(() => {
    if (!section) return;
    setName(section.section);
    useNavigation.setState({ settings: null });
  }, [section, setName]);
  const mayPrivacy = useMay('personal-data');
  const Section = SECTIONS[name];
  const items = SETTINGS_SECTIONS.filter((each) => each !== 'privacy' || mayPrivacy).map((each) => ({
    key: each,
    content: t(`settings:section.${each}.title`),
  }));
  return (
    <Page title={t('common:screen.settings')} subtitle={t(`settings:section.${name}.note`)} fill>
      <SideSplit
        list={
          <SideList<SettingsSection>
            label={t('settings:sections')}
            groups={[{ title: null, items }]}
            current={name}
            onChoose={setName}
          />
        }
      >
        {/* Each section begins at its top, wherever the one before was left. */}
        <div key={name} className={classes.content} data-help-page={`section:${name}`}>
          <Section />
        </div>
      </SideSplit>
    </Page>
  );
}
