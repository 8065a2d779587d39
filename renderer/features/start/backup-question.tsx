import { Button, PasswordInput } from '@mantine/core';
import type { UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { ChosenFile } from '#shared/ipc/contract/common.ts';
import { call } from '../../app/bridge.ts';
import { useFieldWords } from '../../app/form.ts';
import { useDeed } from '../../app/use-deed.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import type { Answers } from './schema.ts';
import classes from './start.module.css';

interface Props {
  readonly form: UseFormReturn<Answers>;
  readonly folder: ChosenFile | null;
  readonly onFolder: (folder: ChosenFile | null) => void;
}

/** Third question: where backups go (may be left for later), and the passphrase that encrypts the data. */
export function BackupQuestion({ form, folder, onFolder }: Props) {
  const { t } = useTranslation(['start', 'common', 'access']);
  const words = useFieldWords();
  const { fault, run } = useDeed();
  const pick = () =>
    run(async () => {
      const chosen = await call('files.pickFolder', {});
      if (chosen) onFolder(chosen);
    });
  const { errors } = form.formState;
  return (
    <div className={classes.fields}>
      <div className={classes.wide}>
        <b>{t('start:backup.folder')}</b>
        <p className={classes.note}>{t('start:backup.folderNote')}</p>
        <div className={classes.pick}>
          <Button variant="default" onClick={() => void pick()}>
            {t('common:action.choose')}
          </Button>
          <span className={folder ? undefined : 'dim'}>
            {folder ? folder.name : t('start:backup.noFolder')}
          </span>
          {folder ? (
            <Button variant="subtle" size="compact-xs" onClick={() => onFolder(null)}>
              {t('common:action.remove')}
            </Button>
          ) : null}
        </div>
        {fault ? <ErrorNotice fault={fault} /> : null}
      </div>
      <PasswordInput
        {...form.register('passphrase')}
        label={t('start:field.passphrase')}
        description={t('start:hint.passphrase')}
        error={errors.passphrase?.message === 'required' ? t('access:field.short') : words(errors.passphrase)}
        autoComplete="new-password"
        className={classes.wide}
      />
      <PasswordInput
        {...form.register('repeated')}
        label={t('start:field.repeated')}
        error={words(errors.repeated)}
        autoComplete="new-password"
        className={classes.wide}
      />
    </div>
  );
}
