import { TextInput } from '@mantine/core';
import { type FocusEvent, type FormEvent, useEffect, useRef } from 'react';
import { Controller, useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { profile } from '#shared/ipc/contract/app.ts';
import type { Settings } from '#shared/ipc/contract/settings.ts';
import { formResolver, useFieldWords } from '../../app/form.ts';
import { Card } from '../../ui/card.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import classes from './settings.module.css';
import { useSettings } from './use-settings.ts';

const { unit, receiver, signatory, founded } = profile.shape;
// Empty fields of a form are empty texts; the contract wants null for what is not there.
const schema = z.object({
  name: unit.shape.name,
  code: unit.shape.code,
  place: unit.shape.place,
  superior: z.string().max(200),
  foundedOn: founded.unwrap().shape.on.nullable(),
  foundedBy: z.string().max(300),
  to: receiver.shape.to,
  through: z.string().max(200),
  authority: signatory.shape.authority,
  title: signatory.shape.title,
  signer: signatory.shape.name,
});
type Fields = z.infer<typeof schema>;

function fieldsOf({ profile: now }: Settings): Fields {
  return {
    name: now.unit.name,
    code: now.unit.code,
    place: now.unit.place,
    superior: now.unit.superior ?? '',
    foundedOn: now.founded?.on ?? null,
    foundedBy: now.founded?.by ?? '',
    to: now.receiver.to,
    through: now.receiver.through ?? '',
    authority: now.signatory.authority,
    title: now.signatory.title,
    signer: now.signatory.name,
  };
}

/** The unit, the receiver and who signs. Saved when a field is left. */
export function UnitSection() {
  const { t } = useTranslation('settings');
  const words = useFieldWords();
  const { settings, loadFault, saveFault, save, refresh } = useSettings();
  const { register, control, reset, handleSubmit, formState, getValues, setValue, clearErrors } =
    useForm<Fields>({
      resolver: formResolver(schema),
      mode: 'onBlur',
      // A day is drawn before what is stored has come; the others are empty texts by themselves.
      defaultValues: { foundedOn: null },
    });
  const hasDay = useWatch({ control, name: 'foundedOn' }) !== null;
  const shown = useRef<Fields | null>(null);
  useEffect(() => {
    if (!settings) return;
    const before = shown.current;
    const stored = fieldsOf(settings);
    shown.current = stored;
    if (before === null) return reset(stored);
    const typed = getValues();
    for (const name of Object.keys(stored) as (keyof Fields)[]) {
      // What somebody is typing stays; the rest follows what another window or an undo saved.
      const value = typed[name];
      if (![before[name], stored[name]].includes(typeof value === 'string' ? value.trim() : value)) continue;
      setValue(name, stored[name]);
      clearErrors(name);
    }
  }, [settings, reset, getValues, setValue, clearErrors]);
  if (loadFault) return <ErrorNotice fault={loadFault} onRetry={refresh} />;
  if (!settings) return null;

  const submit = handleSubmit(async (given) => {
    const saved = await save(({ profile: { founded: _before, ...profile }, ...now }) => ({
      ...now,
      profile: {
        ...profile,
        unit: {
          ...profile.unit,
          name: given.name.trim(),
          code: given.code.trim(),
          place: given.place.trim(),
          superior: orNull(given.superior),
        },
        receiver: { to: given.to.trim(), through: orNull(given.through) },
        signatory: {
          authority: given.authority.trim(),
          title: given.title.trim(),
          name: given.signer.trim(),
        },
        ...(given.foundedOn === null
          ? {}
          : { founded: { on: given.foundedOn, by: orNull(given.foundedBy) } }),
      },
    }));
    // Who gave no reason left it as it was: the fields show that again.
    if (saved === 'left') reset(fieldsOf(settings));
  });
  const field = (name: keyof Fields) => ({
    ...register(name),
    label: t(`unit.${name}`),
    error: words(formState.errors[name]),
  });
  return (
    <form
      noValidate
      onSubmit={(event: FormEvent) => void submit(event)}
      onBlur={(event: FocusEvent) => {
        if (event.target instanceof HTMLInputElement) void submit();
      }}
      className={classes.stack}
    >
      {saveFault ? <ErrorNotice fault={saveFault} /> : null}
      <Card title={t('unit.unitTitle')} padded>
        <div className={classes.grid}>
          <TextInput {...field('name')} className={classes.wide} />
          <TextInput {...field('code')} />
          <TextInput {...field('place')} description={t('unit.placeHint')} />
          <TextInput {...field('superior')} description={t('unit.superiorHint')} className={classes.wide} />
          <Controller
            control={control}
            name="foundedOn"
            render={({ field: { ref: _ref, ...day } }) => (
              <DateField
                {...day}
                label={t('unit.foundedOn')}
                description={t('unit.foundedOnHint')}
                error={words(formState.errors.foundedOn)}
              />
            )}
          />
          {/* Nothing is founded by a resolution on no day. */}
          <TextInput {...field('foundedBy')} readOnly={!hasDay} aria-disabled={!hasDay || undefined} />
        </div>
      </Card>
      <Card title={t('unit.receiverTitle')} note={t('unit.receiverNote')} padded>
        <div className={classes.grid}>
          <TextInput {...field('to')} className={classes.wide} />
          <TextInput {...field('through')} className={classes.wide} />
        </div>
      </Card>
      <Card title={t('unit.signatoryTitle')} note={t('unit.signatoryNote')} padded>
        <div className={classes.grid}>
          <TextInput {...field('authority')} />
          <TextInput {...field('title')} />
          <TextInput {...field('signer')} className={classes.wide} />
        </div>
      </Card>
      <button type="submit" className="sr-only" tabIndex={-1}>
        {t('save')}
      </button>
    </form>
  );
}

function orNull(text: string): string | null {
  const trimmed = text.trim();
  return trimmed === '' ? null : trimmed;
}
