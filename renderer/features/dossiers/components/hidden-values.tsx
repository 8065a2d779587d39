import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { type Control, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Kbd } from '../../../ui/kbd.tsx';
import css from '../dossiers.module.css';
import { fieldText } from '../model/field-text.ts';
import type { DossierDraft } from '../model/form-schema.ts';
import { suspensionsText } from '../model/suspension-text.ts';

/** Fields behind "Thêm thông tin" that are told in a line while they are hidden; the field follows the procedure. */
const TOLD = [
  'finishedOn',
  'returnedOn',
  'outcome',
  'reappointedDueOn',
  'handler',
  'componentsDigitised',
  'resultDigitised',
  'inSoftware',
  'paperParallel',
  'note',
] as const;

interface Props {
  readonly control: Control<DossierDraft>;
  onMore(): void;
  onDone(): void;
}

/** The way to the other fields, the key for "done at once", and what is set in fields not shown. */
export function HiddenValues({ control, onMore, onDone }: Props) {
  const { t } = useTranslation('dossiers');
  const values = useWatch({ control, name: TOLD });
  const [status, spans] = useWatch({ control, name: ['status', 'suspensions'] });
  const told = TOLD.flatMap((field, at) => {
    const text = fieldText(t, field, values[at] ?? null);
    return text === null ? [] : [`${t(`fields.${field}`)}: ${text}`];
  });
  if (status !== 'accepted') told.unshift(t(`status.${status}`));
  const stopped = suspensionsText(t, spans);
  if (stopped !== null) told.push(stopped);
  return (
    <>
      <div className={css.moreKeys}>
        <FormKey name="F2" onPress={onDone}>
          {t('form.done')}
        </FormKey>
        <FormKey name="F7" onPress={onMore}>
          {t('form.more')}
        </FormKey>
      </div>
      {told.length > 0 && <p className={css.told}>{told.join(' · ')}</p>}
    </>
  );
}

/** A button whose key works anywhere in the form; Tab passes it by. */
function FormKey({ name, onPress, children }: { name: string; onPress(): void; children: ReactNode }) {
  return (
    <Button
      variant="default"
      size="compact-sm"
      tabIndex={-1}
      aria-keyshortcuts={name}
      rightSection={<Kbd quiet>{name}</Kbd>}
      onClick={onPress}
    >
      {children}
    </Button>
  );
}
