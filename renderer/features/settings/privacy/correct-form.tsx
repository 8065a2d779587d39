import { Button, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useKept } from '../../../app/kept.ts';
import { Card } from '../../../ui/card.tsx';
import { Kbd } from '../../../ui/kbd.tsx';
import classes from './privacy.module.css';

interface Props {
  readonly busy: boolean;
  readonly disabled: boolean;
  readonly onCorrect: (name: string | null, number: string | null) => void;
}

/** A name or number written right in all chosen records; what is left blank stays. */
export function CorrectForm({ busy, disabled, onCorrect }: Props) {
  const { t } = useTranslation('privacy');
  const [name, setName] = useKept('settings.privacy.correct.name', '');
  const [number, setNumber] = useKept('settings.privacy.correct.number', '');
  const [newName, newNumber] = [name.trim(), number.trim()];
  return (
    <Card title={t('correct.title')} note={t('correct.note')} padded>
      <form
        className={classes.pair}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!disabled && (newName !== '' || newNumber !== ''))
            onCorrect(newName || null, newNumber || null);
        }}
      >
        <TextInput
          label={t('correct.name')}
          value={name}
          maxLength={200}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          label={t('correct.number')}
          value={number}
          maxLength={30}
          onChange={(event) => setNumber(event.currentTarget.value)}
        />
        <Button
          type="submit"
          variant="default"
          loading={busy}
          disabled={disabled || (newName === '' && newNumber === '')}
          rightSection={<Kbd quiet>Enter</Kbd>}
        >
          {t('correct.button')}
        </Button>
      </form>
    </Card>
  );
}
