import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Kbd } from '../ui/kbd.tsx';
import css from './pane.module.css';

interface Props {
  readonly isNew: boolean;
  readonly saving: boolean;
  readonly dirty: boolean;
  /** Number of fields to be put right after an attempt to save. */
  readonly wrong: number;
  /** What was just saved, in words, while nothing is typed for the next one. */
  readonly justSaved: string | null;
  /** The keys that save keys. */
  readonly hint: string;
  onSave(next: boolean): void;
}

/** Saving, what state the form is in, and the keys that save keys. */
export function FormFoot({ isNew, saving, dirty, wrong, justSaved, hint, onSave }: Props) {
  const { t } = useTranslation('recordList');
  return (
    <div className={css.foot}>
      <Button
        loading={saving}
        onClick={() => onSave(isNew)}
        aria-keyshortcuts="Control+Enter"
        rightSection={<Kbd quiet>Ctrl Enter</Kbd>}
      >
        {isNew ? t('form.saveNext') : t('form.save')}
      </Button>
      {isNew && (
        <Button
          variant="default"
          onClick={() => onSave(false)}
          aria-keyshortcuts="Control+S"
          rightSection={<Kbd quiet>Ctrl S</Kbd>}
        >
          {t('form.save')}
        </Button>
      )}
      <span className={css.grow} />
      <span role="status" className={css.formState} data-wrong={wrong > 0 || undefined}>
        {wrong > 0 ? t('form.fix', { count: wrong, n: wrong }) : dirty && t('form.unsaved')}
      </span>
      <span role="status" className={css.footLine} data-saved={justSaved !== null || undefined}>
        {justSaved === null ? hint : `✓ ${justSaved}${isNew ? ` · ${t('form.undoHint')}` : ''}`}
      </span>
    </div>
  );
}
