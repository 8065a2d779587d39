import { useMemo } from 'react';
import { type FieldErrors, type Resolver, set as setPath, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { TargetSetEntry } from '#shared/ipc/contract/targets.ts';
import { useTargetWords } from '../../../app/target-words.ts';
import type { OwnForm } from '../model/own-form.ts';
import { type FormFault, formFaults } from '../model/own-form-faults.ts';

/** The form of the commune's own set: checked by {@link formFaults}, its messages in words at the fields. */
export function useOwnForm(first: OwnForm, baseOf: (id: string) => TargetSetEntry | null) {
  const { t } = useTranslation(['targets', 'common']);
  const words = useTargetWords();
  const resolver = useMemo<Resolver<OwnForm>>(() => {
    const say = ({ code, given }: FormFault): string => {
      switch (code) {
        case 'required':
          return t('common:error.required');
        case 'tooLong':
          return t('common:error.invalid');
        case 'lowered':
          return t('targets:editor.lowered', { given: given ? words.threshold(given) : '' });
        case 'percent':
          return t('targets:editor.percentWrong');
        default:
          return t(`targets:editor.${code}`);
      }
    };
    return (values) => {
      const base = baseOf(values.base);
      const faults = base ? formFaults(values, base) : [];
      const errors: FieldErrors<OwnForm> = {};
      for (const fault of faults) setPath(errors, fault.path, { type: fault.code, message: say(fault) });
      return faults.length > 0 ? { values: {}, errors } : { values, errors: {} };
    };
  }, [baseOf, t, words]);
  // A message that came at once on leaving a field would move the button that was being pressed.
  return useForm<OwnForm>({ defaultValues: first, resolver, mode: 'onTouched', delayError: 250 });
}
