import { TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, toFault } from '../../../app/bridge.ts';
import { useQuery } from '../../../app/use-query.ts';
import { showFault } from '../../../ui/toast.tsx';
import { useGathering } from './store.ts';

const MOST_DAYS = 366;

/** By how many days after a period's end reports are due; saved when the field is left. */
export function DueDays({ disabled }: { readonly disabled: boolean }) {
  const { t } = useTranslation(['gathering', 'common']);
  const { data, refresh } = useQuery('receiver.settings', {}, ['settings']);
  const [typed, setTyped] = useState<string | null>(null);
  const kept = data?.dueDays == null ? '' : String(data.dueDays);
  const shown = typed ?? kept;
  const days = shown.trim() === '' ? null : Number(shown);
  const wrong = days !== null && !(Number.isInteger(days) && days >= 0 && days <= MOST_DAYS);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was kept anew takes the place of what was typed
  useEffect(() => setTyped(null), [data]);
  const save = async () => {
    if (typed === null || wrong || shown === kept) return;
    try {
      await call('receiver.saveSettings', { dueDays: days });
      useGathering.setState({ asked: null });
      refresh();
    } catch (reason) {
      showFault(toFault(reason));
    }
  };
  return (
    <TextInput
      size="xs"
      w={330}
      label={t('list.dueDays')}
      placeholder={t('list.dueDaysHint')}
      inputMode="numeric"
      disabled={disabled}
      value={shown}
      error={wrong ? t('common:error.invalid') : undefined}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => void save()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') void save();
      }}
    />
  );
}
