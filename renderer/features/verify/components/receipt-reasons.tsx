import { Button, NativeSelect, Textarea } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReceiptPlace } from '#shared/receiver/receipt-places.ts';
import { useWhereWords } from '../../../receipts/index.ts';
import { Kbd } from '../../../ui/kbd.tsx';
import { type ReceiptDraft, withLineAfter, withLineBack, withoutLine } from '../model/receipt-draft.ts';
import css from './receipt.module.css';

interface Props {
  readonly draft: ReceiptDraft;
  readonly places: readonly ReceiptPlace[];
  onChange(changes: Partial<ReceiptDraft>): void;
}

/** Why a report is returned: a line each, about a place of the report. Ctrl+Enter adds a line, Alt+Delete takes one out. */
export function ReceiptReasons({ draft, places, onChange }: Props) {
  const { t } = useTranslation('receipts');
  const words = useWhereWords();
  const list = useRef<HTMLOListElement>(null);
  const wanted = useRef<number | null>(null);
  const { lines } = draft;
  // A line just added, or the one that took the place of a line taken out, gets the keyboard.
  useEffect(() => {
    if (wanted.current === null) return;
    const at = Math.min(wanted.current, lines.length - 1);
    wanted.current = null;
    list.current?.children[at]?.querySelector<HTMLElement>('select')?.focus();
  }, [lines]);

  const add = (after: number) => {
    wanted.current = after + 1;
    onChange({ lines: withLineAfter(lines, after) });
  };
  const remove = (at: number) => {
    wanted.current = at;
    onChange(withoutLine(draft, at));
  };
  const onKeyDown = (event: KeyboardEvent, at: number) => {
    if ((event.ctrlKey || event.metaKey) && event.key === 'Enter') add(at);
    else if (event.altKey && event.key === 'Delete') remove(at);
    else return;
    event.preventDefault();
  };
  const write = (at: number, changes: { where?: string | null; text?: string }) =>
    onChange({ lines: lines.map((line, place) => (place === at ? { ...line, ...changes } : line)) });

  return (
    <fieldset className={css.reasons}>
      <legend>{t('reasons')}</legend>
      <ol ref={list}>
        {lines.map((line, at) => (
          <li key={line.key} onKeyDown={(event) => onKeyDown(event, at)}>
            <NativeSelect
              size="xs"
              aria-label={t('give.where', { n: at + 1 })}
              value={line.where ?? ''}
              data={[
                { value: '', label: t('wholeReport') },
                ...places.map(({ where, title }) => ({
                  value: where,
                  label: title === '' ? words(where) : `${where} ${title}`,
                })),
              ]}
              onChange={(event) => write(at, { where: event.currentTarget.value || null })}
            />
            <Textarea
              aria-label={t('give.text', { n: at + 1 })}
              placeholder={t('give.textHint')}
              autosize
              minRows={1}
              maxRows={5}
              maxLength={500}
              value={line.text}
              onChange={(event) => write(at, { text: event.currentTarget.value })}
            />
            <Button
              variant="default"
              size="compact-sm"
              aria-label={t('give.remove', { n: at + 1 })}
              aria-keyshortcuts="Alt+Delete"
              title={`${t('give.remove', { n: at + 1 })} (Alt+Delete)`}
              onClick={() => remove(at)}
            >
              ✕
            </Button>
          </li>
        ))}
      </ol>
      <div className={css.reasonFoot}>
        <Button
          variant="default"
          size="compact-sm"
          disabled={lines.length >= 100}
          aria-keyshortcuts="Control+Enter"
          rightSection={<Kbd quiet>Ctrl Enter</Kbd>}
          onClick={() => add(lines.length - 1)}
        >
          {t('give.add')}
        </Button>
        {draft.removed.length > 0 && (
          <Button variant="default" size="compact-sm" onClick={() => onChange(withLineBack(draft))}>
            {t('give.back')}
          </Button>
        )}
        {lines.every(({ text }) => text.trim() === '') && <span className="dim">{t('give.needed')}</span>}
      </div>
    </fieldset>
  );
}
