import { Button, CloseButton, TextInput } from '@mantine/core';
import { Fragment, type KeyboardEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnyRecord } from '#shared/domain/ledgers/definition.ts';
import { type LedgerId, ledgerOf } from '#shared/domain/ledgers/registry.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import type { StoredEntry } from '#shared/ipc/contract/ledgers.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { focusNext } from '../../ui/focus-next.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { FieldControl } from '../fields/field-control.tsx';
import { useEntryForm } from '../hooks/use-entry-form.ts';
import type { FieldOptions } from '../hooks/use-field-options.ts';
import { useProposals } from '../hooks/use-proposals.ts';
import css from '../ledgers.module.css';
import { wideFields } from '../model/form-layout.ts';
import { viewState } from '../store.ts';
import { useLedgerWords } from '../words.ts';
import { ProposalLine } from './proposal-line.tsx';

interface Props {
  readonly ledger: LedgerId;
  readonly view: string;
  readonly row: StoredEntry | null;
  readonly values: AnyRecord;
  readonly draft: AnyRecord | null;
  readonly focus: string | undefined;
  /** What F4 repeats while nothing was saved in this sitting: the newest entry. */
  readonly newest: AnyRecord | null;
  readonly options: FieldOptions;
  readonly today: LocalDate;
  onSaved(row: StoredEntry, next: boolean): void;
  onOpen(id: number): void;
  /** Left without saving; what was typed is handed back so that it can be brought back. */
  onLeave(unsaved: AnyRecord | null): void;
}

/** Entry and edit by keyboard: Enter goes on, F4 repeats, Ctrl+Enter saves and begins the next, Escape leaves. */
export function EntryForm(props: Props) {
  const { ledger, view, row, options, today, onLeave } = props;
  const { t } = useTranslation('entries');
  const words = useLedgerWords();
  const definition = ledgerOf(ledger);
  const wide = useMemo(() => wideFields(definition), [definition]);
  const [lastSaved, setLastSaved] = useState<string | null>(null);
  const entry = useEntryForm({
    ...props,
    onSaved: (saved, next) => {
      setLastSaved(options.title(saved));
      props.onSaved(saved, next);
    },
  });
  const { form } = entry;
  const proposal = useProposals(form, ledger, row === null, entry.saves);
  const title = row
    ? t('form.edit', { title: options.title(row) })
    : t('form.create', { one: words.one(ledger) });
  const submitted = form.formState.isSubmitted && entry.errorCount > 0;
  const justSaved = lastSaved !== null && !entry.dirty;
  const leave = () => {
    const unsaved = entry.unsaved();
    entry.abandon();
    onLeave(unsaved);
  };

  const repeat = (name: string | null) => {
    const last = viewState(view).last ?? props.newest;
    if (!last || name === null || !definition.fields[name]) return;
    form.setValue(name, last[name] ?? null, { shouldDirty: true, shouldTouch: true });
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const { target } = event;
    const control = event.ctrlKey || event.metaKey;
    // A field that picks keeps Enter for what it offers; the next field follows all the same.
    const picked = target instanceof HTMLElement && target.dataset.pick !== undefined;
    if (control && event.key === 'Enter') {
      event.preventDefault();
      takeTyped(target);
      entry.save(row === null);
    } else if (control && event.key.toLowerCase() === 's') {
      event.preventDefault();
      takeTyped(target);
      entry.save(false);
    } else if (event.key === 'F4' || (control && event.key.toLowerCase() === 'd')) {
      event.preventDefault();
      repeat(target instanceof HTMLElement ? target.getAttribute('name') : null);
    } else if (event.key === 'Escape' && !event.defaultPrevented) {
      event.preventDefault();
      event.stopPropagation();
      leave();
    } else if (
      event.key === 'Enter' &&
      (!event.defaultPrevented || picked) &&
      target instanceof HTMLInputElement
    ) {
      event.preventDefault();
      focusNext(entry.element.current, target);
    }
  };

  const dueField = definition.due?.on;
  return (
    <section className={css.pane} aria-label={title} onKeyDown={onKeyDown}>
      <div className={css.paneHead}>
        <h2>{title}</h2>
        <CloseButton aria-label={t('form.cancel')} aria-keyshortcuts="Escape" onClick={leave} />
      </div>
      <form
        ref={entry.element}
        className={`${css.paneBody} ${css.form}`}
        noValidate
        onSubmit={(event) => event.preventDefault()}
      >
        {entry.fault?.code === 'RECORD_CHANGED' ? (
          <div className={css.notice} role="alert">
            {t('form.changed')}
            <div className={css.noticeActions}>
              <Button variant="default" size="compact-sm" onClick={() => row && props.onOpen(row.id)}>
                {t('form.reload')}
              </Button>
              <Button variant="default" size="compact-sm" onClick={() => void entry.saveOver()}>
                {t('form.keepMine')}
              </Button>
            </div>
          </div>
        ) : entry.fault ? (
          <div className={css.full}>
            <ErrorNotice fault={entry.fault} />
          </div>
        ) : null}
        {Object.keys(definition.fields).map((name) => (
          <Fragment key={name}>
            <div className={wide.has(name) ? css.full : undefined}>
              <FieldControl
                ledger={ledger}
                name={name}
                control={form.control}
                options={options}
                today={today}
                base={dateOf(form.getValues(definition.day)) ?? null}
                record={form.getValues}
                onLeave={entry.checkRules}
              />
            </div>
            {name === dueField && proposal?.due ? (
              <ProposalLine
                due={proposal.due}
                from={dateOf(form.getValues(definition.day))}
                value={dateOf(form.getValues(name))}
                onTake={(day) => form.setValue(name, day, { shouldDirty: true, shouldValidate: true })}
              />
            ) : null}
          </Fragment>
        ))}
        {row ? (
          <TextInput
            className={css.full ?? ''}
            label={t('form.reason')}
            description={t('form.reasonHint')}
            value={entry.reason}
            maxLength={500}
            onChange={(event) => entry.setReason(event.currentTarget.value)}
          />
        ) : null}
      </form>
      <div className={css.paneFoot}>
        <Button
          loading={entry.saving}
          onClick={() => entry.save(row === null)}
          aria-keyshortcuts="Control+Enter"
          rightSection={<Kbd quiet>Ctrl Enter</Kbd>}
        >
          {row ? t('form.save') : t('form.saveNext')}
        </Button>
        {row === null ? (
          <Button
            variant="default"
            onClick={() => entry.save(false)}
            aria-keyshortcuts="Control+S"
            rightSection={<Kbd quiet>Ctrl S</Kbd>}
          >
            {t('form.save')}
          </Button>
        ) : null}
        <span className={css.grow} />
        <span role="status" className={css.formState} data-tone={submitted ? 'missed' : 'attention'}>
          {submitted
            ? t('form.fix', { count: entry.errorCount, n: entry.errorCount })
            : entry.dirty
              ? t('form.unsaved')
              : ''}
        </span>
        <span role="status" className={css.footLine} data-saved={justSaved || undefined}>
          {justSaved ? `✓ ${t('form.saved', { title: lastSaved })}` : t('form.hint')}
        </span>
      </div>
    </section>
  );
}

/** Fields read what was typed when they are left; saving by a key leaves and enters again. */
function takeTyped(target: EventTarget): void {
  if (!(target instanceof HTMLInputElement)) return;
  target.blur();
  target.focus();
}

function dateOf(value: AnyRecord[string] | undefined): LocalDate | null {
  return typeof value === 'string' && value.length === 10 ? (value as LocalDate) : null;
}
