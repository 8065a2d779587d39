import '../../app/all-styles.ts';
import { Button, Select, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { AppState } from '#shared/ipc/contract/app.ts';
import type { ChosenFile } from '#shared/ipc/contract/common.ts';
import { askForRecovery } from '../../access/ask.ts';
import { proposeLogin } from '../../access/propose-login.ts';
import { call } from '../../app/bridge.ts';
import { formResolver, useFieldWords } from '../../app/form.ts';
import { milestone } from '../../app/milestone.ts';
import { applyAppState } from '../../app/session.ts';
import { useDeed } from '../../app/use-deed.ts';
import { askForRestore } from '../../backup/ask.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { BackupQuestion } from './backup-question.tsx';
import { FIRST_ROLES, proposeUnitName, START_VALUES, UNIT_KINDS } from './defaults.ts';
import { LanguageSwitch } from './language-switch.tsx';
import { type Answers, answers, STEPS } from './schema.ts';
import classes from './start.module.css';

const QUESTIONS = ['unit', 'you', 'backup'] as const;

/** First start: which commune, who are you, where to keep backups. Or a look at the sample. */
export default function FirstStart({ app }: { app: AppState }) {
  const { t } = useTranslation(['start', 'common', 'backup']);
  const words = useFieldWords();
  const [step, setStep] = useState(0);
  const [folder, setFolder] = useState<ChosenFile | null>(null);
  const finishing = useDeed();
  const sample = useDeed();
  const fault = finishing.fault ?? sample.fault;
  const form = useForm<Answers>({
    resolver: formResolver(answers),
    mode: 'onTouched',
    defaultValues: {
      kind: 'xa',
      place: '',
      code: '',
      unitName: '',
      to: '',
      through: '',
      name: '',
      login: '',
      role: 'head',
      signer: '',
      passphrase: '',
      repeated: '',
    },
  });
  const { register, control, formState, setValue, getValues, trigger, setError, setFocus } = form;
  const { errors, dirtyFields } = formState;
  useEffect(() => milestone('interactive'), []);
  useEffect(() => {
    const first = STEPS[step]?.[step === 0 ? 1 : 0];
    if (first) setFocus(first);
  }, [step, setFocus]);

  function proposeName(): void {
    if (!dirtyFields.unitName)
      setValue('unitName', proposeUnitName(getValues('kind'), getValues('place')), {
        shouldValidate: formState.isSubmitted,
      });
  }

  async function next(): Promise<void> {
    finishing.forget();
    sample.forget();
    const valid = await trigger([...(STEPS[step] ?? [])], { shouldFocus: true });
    if (!valid) return;
    if (step < STEPS.length - 1) setStep(step + 1);
    else await finish();
  }

  async function finish(): Promise<void> {
    const given = answers.parse(getValues());
    if (given.passphrase !== given.repeated) {
      setError('repeated', { message: t('start:backup.differ') }, { shouldFocus: true });
      return;
    }
    const founded = await finishing.run(async () =>
      applyAppState(
        await call('app.initialise', {
          profile: {
            unit: {
              code: given.code,
              name: given.unitName,
              kind: given.kind,
              place: given.place,
              superior: null,
            },
            receiver: { to: given.to, through: given.through === '' ? null : given.through },
            ...START_VALUES,
            signatory: { ...START_VALUES.signatory, name: given.signer },
            users: [{ login: given.login, name: given.name, role: given.role }],
          },
          login: given.login,
          passphrase: given.passphrase,
          backupFolder: folder?.token ?? null,
        }),
      ),
    );
    // Over Tổng quan; who puts it off is reminded there.
    if (founded) askForRecovery();
  }

  function openSample(): void {
    finishing.forget();
    void sample.run(async () => applyAppState(await call('app.openSample', {})));
  }

  const text = (name: keyof Answers, options: { required?: boolean; description?: string } = {}) => ({
    ...register(name),
    label: t(`start:field.${name}` as 'start:field.place'),
    error: words(errors[name]),
    withAsterisk: options.required ?? true,
    ...(options.description === undefined ? {} : { description: options.description }),
  });

  return (
    <div className={classes.stage}>
      <main className={classes.sheet}>
        <div className={classes.top}>
          <div>
            <h1>{t('common:appName')}</h1>
            <p className="dim">{t('start:welcome')}</p>
          </div>
          <LanguageSwitch preferences={app.preferences} />
        </div>
        <ol className={classes.steps} aria-label={t('start:steps')}>
          {STEPS.map((fields, index) => (
            <li
              key={fields[0]}
              aria-current={index === step ? 'step' : undefined}
              data-done={index < step || undefined}
            >
              <span aria-hidden="true">{index < step ? '✓' : index + 1}</span>{' '}
              {t(`start:question.${QUESTIONS[index] ?? 'unit'}`)}
            </li>
          ))}
        </ol>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void next();
          }}
        >
          {fault ? <ErrorNotice fault={fault} /> : null}
          {step === 0 ? (
            <div className={classes.fields}>
              <Controller
                control={control}
                name="kind"
                render={({ field }) => (
                  <Select
                    ref={field.ref}
                    label={t('start:field.kind')}
                    withAsterisk
                    data={UNIT_KINDS.map((kind) => ({ value: kind, label: t(`start:kind.${kind}`) }))}
                    value={field.value}
                    onChange={(value) => {
                      field.onChange(value ?? 'xa');
                      proposeName();
                    }}
                  />
                )}
              />
              <TextInput
                {...text('place', { description: t('start:hint.place') })}
                {...register('place', { onChange: proposeName })}
              />
              <TextInput {...text('code', { description: t('start:hint.code') })} inputMode="numeric" />
              <TextInput {...text('unitName')} className={classes.wide} />
              <TextInput {...text('to', { description: t('start:hint.to') })} className={classes.wide} />
              <TextInput
                {...text('through', { required: false, description: t('start:hint.through') })}
                className={classes.wide}
              />
            </div>
          ) : null}
          {step === 1 ? (
            <div className={classes.fields}>
              <TextInput
                {...text('name')}
                {...register('name', {
                  onChange: () => {
                    if (!dirtyFields.login) setValue('login', proposeLogin(getValues('name')));
                  },
                })}
                autoComplete="off"
                className={classes.wide}
              />
              <Controller
                control={control}
                name="role"
                render={({ field }) => (
                  <Select
                    ref={field.ref}
                    label={t('start:field.role')}
                    withAsterisk
                    data={FIRST_ROLES.map((role) => ({ value: role, label: t(`common:role.${role}`) }))}
                    value={field.value}
                    onChange={(value) => field.onChange(value ?? 'head')}
                  />
                )}
              />
              <TextInput {...text('login', { description: t('start:hint.login') })} autoComplete="off" />
              <TextInput
                {...text('signer', { required: false, description: t('start:hint.signer') })}
                autoComplete="off"
                className={classes.wide}
              />
            </div>
          ) : null}
          {step === 2 ? <BackupQuestion form={form} folder={folder} onFolder={setFolder} /> : null}
          <div className={classes.buttons}>
            {step > 0 ? (
              <Button variant="default" onClick={() => setStep(step - 1)}>
                {t('common:action.back')}
              </Button>
            ) : null}
            <Button
              type="submit"
              loading={finishing.busy}
              disabled={sample.busy}
              rightSection={<Kbd quiet>Enter</Kbd>}
            >
              {step === STEPS.length - 1 ? t('start:finish') : t('common:action.next')}
            </Button>
            <span className={classes.or}>
              <Button variant="default" disabled={sample.busy || finishing.busy} onClick={askForRestore}>
                {t('backup:restore.open')}
              </Button>
              <Button variant="default" loading={sample.busy} disabled={finishing.busy} onClick={openSample}>
                {t('start:sample')}
              </Button>
            </span>
          </div>
        </form>
        <p className={classes.promise}>{t('start:promise')}</p>
      </main>
    </div>
  );
}
