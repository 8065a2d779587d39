import { Button, Checkbox } from '@mantine/core';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportKind } from '#shared/ipc/contract/imports.ts';
import type { MergeClash, MergePlanAnswer } from '#shared/ipc/contract/merge.ts';
import { useQuery } from '../../../app/use-query.ts';
import { useFormat } from '../../../app/words.ts';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { InlineSelect } from '../../../ui/inline-select.tsx';
import { Kbd } from '../../../ui/kbd.tsx';
import { showUndoable } from '../../../ui/toast.tsx';
import { useLabels } from '../privacy/use-labels.ts';
import settings from '../settings.module.css';
import { ClashDetails } from './clash-details.tsx';
import classes from './merge.module.css';
import { requestOf, useJoining } from './store.ts';
import { optionsOf, type WayOption, wayText } from './way-options.ts';

/** Clashes shown at once; a filter brings the others. */
const SHOWN = 400;

/** Step 2: records with the same code in several books, side by side, and what becomes of them. */
export function ClashStep() {
  const { t } = useTranslation('merge');
  const format = useFormat();
  const labels = useLabels();
  const { units, choices } = useJoining();
  const request = useMemo(() => requestOf({ units, choices }), [units, choices]);
  const plan = useQuery('merge.plan', request);
  const kept = useRef<MergePlanAnswer | null>(null);
  if (plan.data) kept.current = plan.data;
  // What was shown stays while the plan is made anew after a choice.
  const data = plan.data ?? kept.current;
  const [ledger, setLedger] = useState<ImportKind | 'all'>('all');
  const [onlyDiffering, setOnlyDiffering] = useState(true);
  const [active, setActive] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const onward = useRef<HTMLButtonElement>(null);
  const clashes = useMemo(
    () =>
      (data?.clashes ?? []).filter(
        (clash) => (ledger === 'all' || clash.ledger === ledger) && !(onlyDiffering && clash.identical),
      ),
    [data, ledger, onlyDiffering],
  );
  const shown = clashes.slice(0, SHOWN);
  const at = Math.max(
    0,
    shown.findIndex(({ id }) => id === active),
  );
  const current = shown[at] ?? null;
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  });
  const answered = data !== null;
  // The button that led here is gone: the codes have the keyboard.
  useEffect(() => {
    if (answered) (list.current ?? onward.current)?.focus();
  }, [answered]);
  if (plan.fault) return <ErrorNotice fault={plan.fault} onRetry={plan.refresh} />;
  if (data === null) return <p className="dim">…</p>;

  const books = data.books;
  const choose = (clash: MergeClash, { way, book }: WayOption): void =>
    useJoining.setState((old) => ({ choices: { ...old.choices, [clash.id]: { way, book } } }));
  const everywhere = (clash: MergeClash): void => {
    const before = useJoining.getState().choices;
    const { way, book } = clash;
    const alike = data.clashes.filter((each) => each.ledger === clash.ledger && each.ways.includes(way));
    useJoining.setState({
      choices: { ...before, ...Object.fromEntries(alike.map(({ id }) => [id, { way, book }])) },
    });
    showUndoable(t('clashes.everyDone'), t('clashes.undo'), () => useJoining.setState({ choices: before }));
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || current === null) return;
    const move = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }[event.key];
    if (move !== undefined) {
      event.preventDefault();
      setActive(shown[Math.min(shown.length - 1, Math.max(0, at + move))]?.id ?? '');
      return;
    }
    const option = optionsOf(current)[Number(event.key) - 1];
    if (option !== undefined) choose(current, option);
    else if (event.key.toLowerCase() === 'a') everywhere(current);
    else return;
    event.preventDefault();
  };
  const ledgers = [...new Set(data.clashes.map((clash) => clash.ledger))];
  return (
    <>
      <p>{t('clashes.text')}</p>
      <div className={settings.buttons}>
        <span>{t('clashes.filter')}</span>
        <InlineSelect<ImportKind | 'all'>
          label={t('clashes.filter')}
          value={ledger}
          active={ledger !== 'all'}
          onChange={setLedger}
          options={[
            { value: 'all' as const, text: t('clashes.all') },
            ...ledgers.map((value) => ({ value, text: labels.ledger(value) })),
          ]}
        />
        <Checkbox
          label={t('clashes.open')}
          checked={onlyDiffering}
          onChange={(event) => setOnlyDiffering(event.currentTarget.checked)}
        />
        <span className="dim">
          {t('clashes.count', { shown: format.count(shown.length), n: format.count(data.clashes.length) })}
        </span>
      </div>
      {current === null ? (
        <p>{t('clashes.none')}</p>
      ) : (
        <div className={classes.clashes}>
          <div
            ref={list}
            className={classes.list}
            role="listbox"
            tabIndex={0}
            aria-label={t('steps.clashes')}
            aria-activedescendant={`clash-${at}`}
            aria-describedby="clash-keys"
            onKeyDown={onKey}
          >
            {shown.map((clash, place) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the keyboard
              <div
                key={clash.id}
                id={`clash-${place}`}
                role="option"
                aria-selected={clash === current}
                onClick={() => setActive(clash.id)}
              >
                <b>{clash.title}</b>
                <small>{labels.ledger(clash.ledger)}</small>
                <small>{wayText(clash, books, t)}</small>
                <small>{clash.identical ? t('clashes.identical') : ''}</small>
              </div>
            ))}
          </div>
          <ClashDetails
            clash={current}
            books={books}
            request={request}
            onChoose={(option) => choose(current, option)}
            onEverywhere={() => everywhere(current)}
          />
        </div>
      )}
      {current === null ? null : (
        <p className="dim" id="clash-keys">
          {t('clashes.keys')}
        </p>
      )}
      <div className={settings.buttons}>
        <Button variant="default" onClick={() => useJoining.setState({ step: 'sources' })}>
          {t('back')}
        </Button>
        <Button
          ref={onward}
          aria-keyshortcuts="Control+Enter"
          rightSection={<Kbd quiet>Ctrl Enter</Kbd>}
          onClick={() => useJoining.setState({ step: 'balance' })}
        >
          {t('next')}
        </Button>
      </div>
    </>
  );
}
