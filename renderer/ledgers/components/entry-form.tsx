import { Fragment, type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnyRecord } from '#shared/domain/ledgers/definition.ts';
import { type LedgerId, ledgerOf } from '#shared/domain/ledgers/registry.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import type { StoredEntry } from '#shared/ipc/contract/ledgers.ts';
import { FormBody } from '../../record-list/form-body.tsx';
import { FormFoot } from '../../record-list/form-foot.tsx';
import { formKeyHandler } from '../../record-list/form-keys.ts';
import { Across } from '../../record-list/notice.tsx';
import { Pane } from '../../record-list/pane.tsx';
import { FieldControl } from '../fields/field-control.tsx';
import { useEntryForm } from '../hooks/use-entry-form.ts';
import type { FieldOptions } from '../hooks/use-field-options.ts';
import { useProposals } from '../hooks/use-proposals.ts';
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
  /** Takes the last deed back; the entry as it stands then. */
  onUndo(): Promise<StoredEntry | null>;
  /** Left without saving; what was typed is handed back so that it can be brought back. */
  onLeave(unsaved: AnyRecord | null): void;
}

/** Entry and edit by keyboard: Enter goes on, F4 repeats, Ctrl+Enter saves and begins the next, Escape leaves. */
export function EntryForm(props: Props) {
  const { ledger, view, row, options, today, onLeave } = props;
  const { t } = useTranslation(['entries', 'recordList']);
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
  const leave = () => onLeave(entry.abandon());
  const set = (name: string, value: AnyRecord[string]) =>
    form.setValue(name, value, { shouldDirty: true, shouldTouch: true });

  const onKeyDown = formKeyHandler(entry.element, {
    save: (next) => {
      takeTyped();
      entry.save(next && row === null);
    },
    repeat: (name) => {
      const last = viewState(view).last ?? props.newest;
      if (!last || !definition.fields[name]) return false;
      set(name, last[name] ?? null);
      return true;
    },
    undo: () => {
      if (row !== null || entry.dirty) return false;
      void props.onUndo().then((undone) => {
        // A new entry taken back stands in the form again, to be put right.
        if (undone?.deleted) for (const [name, value] of Object.entries(undone.record)) set(name, value);
      });
      return true;
    },
    leave,
  });

  const dueField = definition.due?.on;
  return (
    <Pane
      label={title}
      title={title}
      closeLabel={t('recordList:form.cancel')}
      onClose={leave}
      onKeyDown={onKeyDown}
    >
      <FormBody
        element={entry.element}
        fault={entry.fault}
        changed={t('form.changed')}
        onReload={() => row && props.onOpen(row.id)}
        onKeepMine={entry.saveOver}
        reason={row ? entry.reason : null}
        onReason={entry.setReason}
      >
        {Object.keys(definition.fields).map((name) => (
          <Fragment key={name}>
            <Place across={wide.has(name)}>
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
            </Place>
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
      </FormBody>
      <FormFoot
        isNew={row === null}
        saving={entry.saving}
        dirty={entry.dirty}
        wrong={form.formState.isSubmitted ? entry.errorCount : 0}
        justSaved={lastSaved !== null && !entry.dirty ? t('form.saved', { title: lastSaved }) : null}
        hint={t('form.hint')}
        onSave={(next) => entry.save(next)}
      />
    </Pane>
  );
}

function Place({ across, children }: { readonly across: boolean; readonly children: ReactNode }) {
  return across ? <Across>{children}</Across> : <div>{children}</div>;
}

/** Fields read what was typed when they are left; saving by a key leaves and enters again. */
function takeTyped(): void {
  const target = document.activeElement;
  if (!(target instanceof HTMLInputElement)) return;
  target.blur();
  target.focus();
}

function dateOf(value: AnyRecord[string] | undefined): LocalDate | null {
  return typeof value === 'string' && value.length === 10 ? (value as LocalDate) : null;
}
