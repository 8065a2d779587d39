import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Kbd } from '../../../ui/kbd.tsx';

interface Props {
  readonly canExport: boolean;
  onCreate(): void;
  onCalendar(): void;
  onCheck(): void;
  onExport(): void;
}

/** What can be done on the screen Hồ sơ as a whole. */
export function ScreenActions({ canExport, onCreate, onCalendar, onCheck, onExport }: Props) {
  const { t } = useTranslation(['dossiers', 'recordList']);
  return (
    <>
      <Button
        variant="default"
        disabled={!canExport}
        onClick={onExport}
        aria-keyshortcuts="X"
        rightSection={<Kbd quiet>X</Kbd>}
      >
        {t('recordList:actions.export')}
      </Button>
      <Button variant="default" onClick={onCalendar} aria-keyshortcuts="L" rightSection={<Kbd quiet>L</Kbd>}>
        {t('calendar.title')}
      </Button>
      <Button variant="default" onClick={onCheck} aria-keyshortcuts="P" rightSection={<Kbd quiet>P</Kbd>}>
        {t('check.open')}
      </Button>
      <Button onClick={onCreate} aria-keyshortcuts="N" rightSection={<Kbd quiet>N</Kbd>}>
        {t('actions.create')}
      </Button>
    </>
  );
}
