import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Copies a text. By a selected field and not by the clipboard API, for which the window has no permission. */
export function CopyButton({ text, label }: { text: string; label?: string }) {
  const { t } = useTranslation('common');
  const [done, setDone] = useState(false);
  function copy(): void {
    const field = document.createElement('textarea');
    field.value = text;
    field.className = 'sr-only';
    document.body.append(field);
    const before = document.activeElement;
    field.select();
    setDone(document.execCommand('copy'));
    field.remove();
    if (before instanceof HTMLElement) before.focus();
  }
  return (
    <Button variant="default" onClick={copy} onBlur={() => setDone(false)}>
      <span aria-live="polite">{done ? `✓ ${t('action.copied')}` : (label ?? t('action.copy'))}</span>
    </Button>
  );
}
