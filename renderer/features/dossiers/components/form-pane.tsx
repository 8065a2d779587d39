import { Button, CloseButton, TextInput } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DOSSIER_FIELDS, type DossierField } from '#shared/domain/dossier.ts';
import { formatDate, type LocalDate } from '#shared/domain/local-date.ts';
import type { StoredDossier } from '#shared/ipc/contract/dossiers.ts';
import { useQuery } from '../../../app/use-query.ts';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { Kbd } from '../../../ui/kbd.tsx';
import css from '../dossiers.module.css';
import { useDossierForm } from '../hooks/use-dossier-form.ts';
import { useProposedDue } from '../hooks/use-proposed-due.ts';
import { focusNext } from '../../../ui/focus-next.ts';
import type { DossierDraft } from '../model/form-schema.ts';
import { useDossiersView } from '../store.ts';
import { DueProposal } from './due-proposal.tsx';
import { FormFields } from './form-fields.tsx';

interface Props {
  readonly row: StoredDossier | null;
  readonly today: LocalDate;
  readonly draft: DossierDraft | null;
  onSaved(row: StoredDossier, next: boolean): void;
  onOpen(id: number): void;
  /** Left without saving; what was typed is handed back so that it can be brought back. */
  onLeave(unsaved: DossierDraft | null): void;
}

/** Quick entry and edit of a dossier by keyboard: Enter goes on, F4 repeats, Ctrl+Enter saves and begins the next. */
export function FormPane({ row, today, draft, onSaved, onOpen, onLeave }: Props) {
  const { t } = useTranslation('dossiers');
  const choices = useQuery('dossiers.choices', {}, ['dossiers', 'settings']);
  const [lastSaved, setLastSaved] = useState<string | null>(null);
  const dossier = useDossierForm({
    row,
    today,
    draft,
    onSaved: (saved, next) => {
      setLastSaved(saved.record.code);
      onSaved(saved, next);
    },
  });
  const { form } = dossier;
  const proposal = useProposedDue(form, row === null);
  const justSaved = lastSaved !== null && !dossier.dirty;
  const errorCount = Object.keys(form.formState.errors).length;

  const repeat = (name: string) => {
    const last = useDossiersView.getState().last;
    const field = DOSSIER_FIELDS.find((one) => one === name);
    if (!last || !field) return;
    const fields: readonly DossierField[] =
      field === 'procedureName' ? ['procedureName', 'procedureCode', 'field'] : [field];
    for (const one of fields) form.setValue(one, last[one], { shouldDirty: true, shouldTouch: true });
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const { target } = event;
    const control = event.ctrlKey || event.metaKey;
    if (control && event.key === 'Enter') {
      event.preventDefault();
      dossier.save(row === null);
    } else if (control && event.key.toLowerCase() === 's') {
      event.preventDefault();
      dossier.save(false);
    } else if (event.key === 'F4' || (control && event.key.toLowerCase() === 'd')) {
      event.preventDefault();
      repeat(target instanceof HTMLElement ? (target.getAttribute('name') ?? '') : '');
    } else if (event.key === 'Escape' && !event.defaultPrevented) {
      event.preventDefault();
      event.stopPropagation();
      onLeave(dossier.unsaved());
    } else if (
      event.key === 'Enter' &&
      !event.defaultPrevented &&
      (target instanceof HTMLInputElement || target instanceof HTMLSelectElement)
    ) {
      event.preventDefault();
      focusNext(dossier.element.current, target);
    }
  };

  return (
    <section
      className={css.pane}
      aria-label={row ? t('form.editTitle', { code: row.record.code }) : t('form.createTitle')}
      onKeyDown={onKeyDown}
    >
      <div className={css.paneHead}>
        <h2>{row ? t('form.editTitle', { code: row.record.code }) : t('form.createTitle')}</h2>
        <CloseButton
          aria-label={t('form.cancel')}
          aria-keyshortcuts="Escape"
          onClick={() => onLeave(dossier.unsaved())}
        />
      </div>
      <form
        ref={dossier.element}
        className={`${css.paneBody} ${css.form}`}
        noValidate
        onSubmit={(event) => event.preventDefault()}
      >
        {dossier.fault?.code === 'RECORD_CHANGED' ? (
          <div className={css.notice} role="alert">
            {t('form.changed')}
            <div style={{ display: 'flex', gap: 8, marginTop: 6 }}>
              <Button variant="default" size="compact-sm" onClick={() => row && onOpen(row.id)}>
                {t('form.reload')}
              </Button>
              <Button variant="default" size="compact-sm" onClick={() => void dossier.saveOver()}>
                {t('form.keepMine')}
              </Button>
            </div>
          </div>
        ) : (
          dossier.fault && (
            <div className={css.full}>
              <ErrorNotice fault={dossier.fault} />
            </div>
          )
        )}
        <FormFields
          control={form.control}
          procedures={choices.data?.procedures ?? []}
          onCodeLeft={(code) => void dossier.checkCode(code)}
          onKeyDown={() => undefined}
          onProcedure={({ code, name, field }) => {
            form.setValue('procedureCode', code, { shouldDirty: true });
            form.setValue('procedureName', name, { shouldDirty: true, shouldTouch: true });
            if (field !== undefined) form.setValue('field', field, { shouldDirty: true });
          }}
          duplicate={
            dossier.duplicate && (
              <div className={css.notice} role="alert">
                {t('form.duplicate', {
                  name: dossier.duplicate.record.applicantName ?? '—',
                  date: formatDate(dossier.duplicate.record.receivedOn),
                })}{' '}
                <button
                  type="button"
                  className={css.link}
                  onClick={() => dossier.duplicate && onOpen(dossier.duplicate.id)}
                >
                  {t('form.openDuplicate')}
                </button>
              </div>
            )
          }
          proposal={
            <DueProposal
              {...proposal}
              onTake={(day) => form.setValue('dueOn', day, { shouldDirty: true, shouldValidate: true })}
            />
          }
        />
        {row && (
          <TextInput
            className={css.full ?? ''}
            label={t('form.reason')}
            description={t('form.reasonHint')}
            value={dossier.reason}
            maxLength={500}
            onChange={(event) => dossier.setReason(event.currentTarget.value)}
          />
        )}
      </form>
      <div className={css.paneFoot}>
        <Button
          loading={dossier.saving}
          onClick={() => dossier.save(row === null)}
          aria-keyshortcuts="Control+Enter"
          rightSection={<Kbd quiet>Ctrl Enter</Kbd>}
        >
          {row ? t('form.save') : t('form.saveNext')}
        </Button>
        {row === null && (
          <Button
            variant="default"
            onClick={() => dossier.save(false)}
            aria-keyshortcuts="Control+S"
            rightSection={<Kbd quiet>Ctrl S</Kbd>}
          >
            {t('form.save')}
          </Button>
        )}
        <span className={css.grow} />
        <span
          role="status"
          className={css.savedState}
          data-dirty={dossier.dirty || undefined}
          data-bad={(errorCount > 0 && form.formState.isSubmitted) || undefined}
        >
          {errorCount > 0 && form.formState.isSubmitted
            ? t('form.errors.fix', { n: errorCount })
            : dossier.dirty && t('form.unsaved')}
        </span>
        <span role="status" className={css.footLine} data-saved={justSaved || undefined}>
          {justSaved
            ? `✓ ${t('form.saved', { code: lastSaved })}`
            : `${t('form.repeatHint')} · ${t('form.dateHint')}`}
        </span>
      </div>
    </section>
  );
}
