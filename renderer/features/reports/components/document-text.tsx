import { Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DraftText } from '#shared/ipc/contract/reports.ts';
import { Card } from '../../../ui/card.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import css from '../reports.module.css';
import { DATE_PLACE } from './place-button.tsx';

interface Props {
  readonly text: DraftText;
  onWrite(changes: Partial<DraftText>): void;
}

/** Number, date, causes and remedies in words, proposed from the figures. */
export function DocumentText({ text, onWrite }: Props) {
  const { t } = useTranslation('reports');
  return (
    <Card title={t('text.title')} padded>
      <div className={css.numbers}>
        <TextInput
          label={t('text.number')}
          description={t('text.numberHint')}
          placeholder={t('text.numberPlaceholder')}
          maxLength={60}
          value={text.number ?? ''}
          onChange={(event) =>
            onWrite({ number: event.currentTarget.value.trim() === '' ? null : event.currentTarget.value })
          }
        />
        <div data-place={DATE_PLACE}>
          <DateField
            label={t('text.date')}
            description=" "
            value={text.date}
            onChange={(date) => onWrite({ date })}
          />
        </div>
      </div>
      <Textarea
        label={t('text.narrative')}
        description={t('text.narrativeHint')}
        autosize
        minRows={5}
        maxRows={16}
        maxLength={10_000}
        value={text.narrative}
        onChange={(event) => onWrite({ narrative: event.currentTarget.value })}
      />
    </Card>
  );
}
