import { TextInput } from '@mantine/core';
import { type FocusEvent, type FormEvent, useEffect, useRef } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { profile } from '#shared/ipc/contract/app.ts';
import type { Settings } from '#shared/ipc/contract/settings.ts';
import { formResolver, useFieldWords } from '../../app/form.ts';
import { Card } from '../../ui/card.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import classes from './settings.module.css';
import { useSettings } from './use-settings.ts';

const { unit, receiver, signatory } = profile.shape;
// Empty fields of a form are empty texts; the contract wants null for what is not there.
const schema = z.object({
  name: unit.shape.name,
  code: unit.shape.code,
  place: unit.shape.place,
  superior: z.string().max(200),
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
  const { register, reset, handleSubmit, formState, getValues, setValue, clearErrors } = useForm<Fields>({
    resolver: formResolver(schema),
    mode: 'onBlur',
  });
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
      if (![before[name], stored[name]].includes(typed[name].trim())) continue;
      setValue(name, stored[name]);
      clearErrors(name);
    }
  }, [settings, reset, getValues, setValue, clearErrors]);
  if (loadFault) return <ErrorNotice fault={loadFault} onRetry={refresh} />;
  if (!settings) return null;

  const submit = handleSubmit(async (given) => {
    const saved = await save((now) => ({
      ...now,
      profile: {
        ...now.profile,
        unit: {
          ...now.profile.unit,
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
