import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DOSSIER_FIELDS, type Dossier, type DossierField } from '#shared/domain/dossier.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { isMasked } from '#shared/domain/person-number.ts';
import type { StoredDossier } from '#shared/ipc/contract/dossiers.ts';
import { useQuery } from '../../../app/use-query.ts';
import { FormBody } from '../../../record-list/form-body.tsx';
import { FormFoot } from '../../../record-list/form-foot.tsx';
import { formKeyHandler } from '../../../record-list/form-keys.ts';
import { Pane } from '../../../record-list/pane.tsx';
import { useDossierForm } from '../hooks/use-dossier-form.ts';
import { useMovedDue } from '../hooks/use-moved-due.ts';
import { useNumbers } from '../hooks/use-numbers.ts';
import { useSuspend } from '../hooks/use-suspend.ts';
import type { DossierDraft } from '../model/form-schema.ts';
import { canKeep, together } from '../model/kept-values.ts';
import { firstDue } from '../model/suspension-edit.ts';
import { useDossiersView } from '../store.ts';
import { DueProposal } from './due-proposal.tsx';
import { DuplicateNotice } from './duplicate-notice.tsx';
import { KeptFields } from './field-label.tsx';
import { FormFields } from './form-fields.tsx';

import { HiddenValues } from './hidden-values.tsx';
import { MovedDueNotice } from './moved-due.tsx';
import { NumberHint } from './number-hint.tsx';
import { type SimilarHandle, SimilarSection } from './similar-section.tsx';

/** Fields shown at once; an error in any other opens those too. */
const USUAL: readonly DossierField[] = [
  'code',
  'procedureName',
  'procedureCode',
  'applicantName',
  'personId',
  'channel',
  'receivedOn',
  'dueOn',
];

interface Props {
  readonly row: StoredDossier | null;
  readonly today: LocalDate;
  readonly draft: DossierDraft | null;
  /** Begin with the suspensions. */
  readonly suspend: boolean;
  onSaved(row: StoredDossier, next: boolean): void;
  onOpen(id: number): void;
  /** Opens a known dossier for editing; what was typed waits in the new form. */
  onEditKnown(id: number): void;
  /** Takes the last deed back; the dossier as it stands then. */
  onUndo(): Promise<StoredDossier | null>;
  /** Left without saving; what was typed is handed back so that it can be brought back. */
  onLeave(unsaved: DossierDraft | null): void;
}

/** Quick entry and edit of a dossier by keyboard: Enter goes on, F4 repeats, Ctrl+Enter saves and begins the next. */
export function DossierForm(props: Props) {
  const { row, today, draft, onSaved, onOpen, onLeave } = props;
  const { t } = useTranslation(['dossiers', 'recordList']);
  const isNew = row === null;
  const choices = useQuery('dossiers.choices', {}, ['dossiers', 'settings']);
  const kept = useDossiersView((view) => view.keep);
  const [lastSaved, setLastSaved] = useState<string | null>(null);
  const [all, setAll] = useState(!isNew);
  const dossier = useDossierForm({
    row,
    today,
    draft,
    onSaved: (saved, next) => {
      setLastSaved(saved.record.code);
      onSaved(saved, next);
    },
  });
  const { form, element, due } = dossier;
  const numbers = useNumbers(row);
  const moved = useMovedDue(form);
  const similar = useRef<SimilarHandle | null>(null);
  const suspend = useSuspend(form, element, today);
  const errors = Object.keys(form.formState.errors) as DossierField[];
  const hiddenError = errors.some((field) => !USUAL.includes(field));
  useEffect(() => {
    if (hiddenError) setAll(true);
  }, [hiddenError]);

  // Asked for by the list's own key, once the form stands.
  const begun = useRef(false);
  useEffect(() => {
    if (!props.suspend || begun.current) return;
    begun.current = true;
    setTimeout(suspend, 0);
  }, [props.suspend, suspend]);

  const set = (values: Partial<DossierDraft>) => {
    for (const field of DOSSIER_FIELDS) {
      const value = values[field];
      if (value !== undefined) form.setValue(field, value, { shouldDirty: true, shouldTouch: true });
    }
  };
  const dueProposed = (isNew || due.shown.dueOn === null) && firstDue(form.getValues('suspensions')) === null;
  // A new dossier that is done is done on the day it was received; a known one today.
  const done = () => {
    const { finishedOn, returnedOn, receivedOn } = form.getValues();
    const day = isNew ? receivedOn : today;
    if (day) set({ finishedOn: finishedOn ?? day, returnedOn: returnedOn ?? day, status: 'returned' });
  };

  const leave = () => onLeave(dossier.abandon());
  const takeDay = () => {
    if (moved.moved) moved.take();
    else if (dueProposed && due.proposed) set({ dueOn: due.proposed });
  };
  const suspendHere = () => {
    setAll(true);
    suspend();
  };
  const fieldOf = (name: string | null) => DOSSIER_FIELDS.find((field) => field === name);
  const onKeyDown = formKeyHandler(element, {
    save: (next) => dossier.save(next && isNew),
    repeat: (name) => {
      const { last } = useDossiersView.getState();
      const field = fieldOf(name);
      if (!last || !field) return false;
      // A number that was never typed here is hidden, and cannot be repeated.
      if (field === 'personId' && isMasked(last.personId ?? '')) return false;
      set(Object.fromEntries(together(field).map((one) => [one, last[one]])));
      return field !== 'code';
    },
    undo: () => {
      if (!isNew || dossier.dirty) return false;
      void props.onUndo().then((undone) => {
        // A new dossier taken back stands in the form again, to be put right.
        if (undone?.deleted) set(asTyped(undone.record));
      });
      return true;
    },
    leave: () => {
      if (!similar.current?.dismiss()) leave();
    },
    own: new Map<string, (name: string | null) => void>([
      ['F2', done],
      [
        'F6',
        (name) => {
          const field = fieldOf(name);
          if (isNew && field && canKeep(field)) useDossiersView.getState().toggleKeep(field);
        },
      ],
      ['F7', () => setAll(!all || !isNew)],
      ['F8', () => similar.current?.open()],
      ['F9', takeDay],
      ['Alt+KeyT', suspendHere],
    ]),
  });

  const title = row ? t('form.editTitle', { code: row.record.code }) : t('form.createTitle');
  return (
    <Pane
      label={title}
      title={title}
      closeLabel={t('recordList:form.cancel')}
      onClose={leave}
      onKeyDown={onKeyDown}
    >
      <FormBody
        help="dossier-form"
        element={element}
        fault={dossier.fault}
        changed={t('form.changed')}
        onReload={() => row && onOpen(row.id)}
        onKeepMine={dossier.saveOver}
        reason={row ? dossier.reason : null}
        onReason={dossier.setReason}
      >
        <KeptFields value={isNew ? kept : []}>
          <FormFields
            form={form}
            procedures={choices.data?.procedures ?? []}
            all={all}
            onCodeLeft={(code) => void dossier.checkCode(code)}
            onBeginOrClose={suspend}
            numberHint={row?.record.personId != null && <NumberHint {...numbers} />}
            duplicate={
              dossier.duplicate && (
                <DuplicateNotice
                  row={dossier.duplicate}
                  onOpen={() => dossier.duplicate && onOpen(dossier.duplicate.id)}
                />
              )
            }
            proposal={
              moved.moved ? (
                <MovedDueNotice moved={moved.moved} onTake={moved.take} />
              ) : (
                dueProposed && <DueProposal {...due.shown} beside={!all} onTake={(dueOn) => set({ dueOn })} />
              )
            }
            more={!all && <HiddenValues control={form.control} onMore={() => setAll(true)} onDone={done} />}
          />
        </KeptFields>
      </FormBody>
      {isNew && dossier.dirty && (
        // What was put away is put away for this dossier only.
        <SimilarSection key={lastSaved} form={form} handle={similar} onEditKnown={props.onEditKnown} />
      )}
      <FormFoot
        isNew={isNew}
        saving={dossier.saving}
        dirty={dossier.dirty}
        wrong={form.formState.isSubmitted ? errors.length : 0}
        justSaved={lastSaved !== null && !dossier.dirty ? t('form.saved', { code: lastSaved }) : null}
        hint={t(isNew ? 'form.keysNew' : 'form.keysEdit')}
        onSave={(next) => dossier.save(next && isNew)}
      />
    </Pane>
  );
}

/** A dossier taken back, with the ID number as it was typed here: what the program answers is masked. */
function asTyped(undone: Dossier): Dossier {
  const { last } = useDossiersView.getState();
  return last?.code === undone.code ? { ...undone, personId: last.personId } : undone;
}
