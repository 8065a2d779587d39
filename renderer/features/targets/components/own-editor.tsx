import { Button } from '@mantine/core';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useFieldArray } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { ownSetId } from '#shared/domain/targets/own-set.ts';
import type { TargetSetEntry } from '#shared/ipc/contract/targets.ts';
import { call } from '../../../app/bridge.ts';
import { useKeptForm } from '../../../app/kept.ts';
import { useSession } from '../../../app/session.ts';
import { useDeed } from '../../../app/use-deed.ts';
import { useQuery } from '../../../app/use-query.ts';
import { useFormat } from '../../../app/words.ts';
import { Card } from '../../../ui/card.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { Kbd } from '../../../ui/kbd.tsx';
import { showDone } from '../../../ui/toast.tsx';
import classes from '../editor.module.css';
import { useFormKeys } from '../hooks/use-form-keys.ts';
import { useOwnForm } from '../hooks/use-own-form.ts';
import { emptyAdded, formOf, ownSetOf } from '../model/own-form.ts';
import { AddedObjective } from './added-objective.tsx';
import { OwnHead } from './own-head.tsx';
import { RaiseTable } from './raise-table.tsx';

/** Where the editor, and what is typed in it, is kept for its person. */
export const OWN_SET = 'targets.own';

/** The commune's own set: its decision, higher thresholds, added objectives; saved as the next version. */
export function OwnEditor({
  sets,
  onClose,
  onSaved,
}: {
  readonly sets: readonly TargetSetEntry[];
  readonly onClose: () => void;
  readonly onSaved: (set: TargetSetEntry) => void;
}) {
  const { t } = useTranslation(['targets', 'common']);
  const format = useFormat();
  const app = useSession((session) => session.app);
  const formulas = useQuery('targets.formulas', {}, ['dossiers', 'ledgers']);
  const given = useMemo(() => newestGiven(sets), [sets]);
  const before = useMemo(() => newestOwn(sets), [sets]);
  const baseOf = useCallback((id: string) => given.find((set) => set.id === id) ?? null, [given]);
  const base = baseOf(before?.own?.base ?? '') ?? given.find(({ current }) => current) ?? given[0];
  const form = useOwnForm(
    useMemo(() => {
      const first = {
        name: t('targets:editor.nameProposal', { unit: app?.unit?.name ?? '' }),
        validFrom: app === null || base === undefined ? null : within(app.today, base),
      };
      if (!base) throw new RangeError('own objectives without a given set');
      return formOf(base, before?.own ?? null, format.language, first);
    }, [base, before, app, t, format.language]),
    baseOf,
  );
  useKeptForm(`${OWN_SET}.form`, form);
  const added = useFieldArray({ control: form.control, name: 'added' });
  const { fault, run } = useDeed();
  const box = useRef<HTMLFormElement>(null);
  const chosenBase = baseOf(form.watch('base')) ?? base;
  const next =
    Math.max(
      0,
      ...sets.filter(({ id }) => id === ownSetId(chosenBase?.id ?? '')).map(({ version }) => version),
    ) + 1;
  const [asking, setAsking] = useState(false);
  const close = () => (form.formState.isDirty ? setAsking(true) : onClose());
  useFormKeys(box, { save: () => void save(), close });

  const save = form.handleSubmit(async (values) => {
    if (!chosenBase) return;
    const done = await run(async () => {
      const saved = await call(
        'targets.saveOwn',
        ownSetOf(values, chosenBase, before?.own ?? null, format.language),
      );
      showDone(t('targets:editor.saved', { n: saved.version, name: saved.name[format.language] }));
      onSaved(saved);
    });
    if (!done) box.current?.scrollIntoView({ block: 'start' });
  });

  function changeBase(id: string): void {
    const other = baseOf(id);
    if (!other) return;
    form.setValue('base', id, { shouldDirty: true });
    form.setValue('raised', formOf(other, before?.own ?? null, format.language, {}).raised);
  }
  function addObjective(): void {
    const taken = [
      ...(chosenBase?.objectives.map(({ id }) => id) ?? []),
      ...form.getValues('added').map(({ objective }) => objective),
    ];
    added.append(emptyAdded(taken, formulas.data?.[0]?.id ?? ''), {
      shouldFocus: true,
      focusName: `added.${added.fields.length}.title`,
    });
  }

  return (
    <form
      ref={box}
      className={classes.editor}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {fault ? (
        <ErrorNotice fault={fault}>
          {fault.params.objective ? (
            <p>{t('targets:editor.faultObjective', { objective: String(fault.params.objective) })}</p>
          ) : null}
        </ErrorNotice>
      ) : null}
      <Card title={t('targets:editor.title')} note={t('targets:editor.note')} padded>
        <OwnHead
          control={form.control}
          bases={given.map((set) => ({ value: set.id, label: set.name[format.language] }))}
          onBase={changeBase}
        />
      </Card>
      <Card title={t('targets:editor.raise')} note={t('targets:editor.raiseNote')}>
        {chosenBase ? <RaiseTable key={chosenBase.id} control={form.control} base={chosenBase} /> : null}
      </Card>
      <Card
        title={t('targets:editor.added')}
        actions={
          <Button variant="default" size="compact-sm" disabled={!formulas.data} onClick={addObjective}>
            {t('targets:editor.add')}
          </Button>
        }
        padded
      >
        {formulas.fault ? <ErrorNotice fault={formulas.fault} onRetry={formulas.refresh} /> : null}
        {added.fields.length === 0 ? <p className={classes.quiet}>{t('targets:editor.addedNone')}</p> : null}
        {added.fields.map((each, at) => (
          <AddedObjective
            key={each.id}
            control={form.control}
            at={at}
            formulas={formulas.data ?? []}
            onRemove={() => added.remove(at)}
          />
        ))}
      </Card>
      <div className={classes.formFoot}>
        <Button
          type="submit"
          loading={form.formState.isSubmitting}
          rightSection={<Kbd quiet>Ctrl Enter</Kbd>}
        >
          {t('targets:editor.save', { n: next })}
        </Button>
        {asking ? (
          <>
            <b role="alert">{t('targets:editor.dropped')}</b>
            <Button variant="default" autoFocus onClick={() => setAsking(false)}>
              {t('targets:editor.keep')}
            </Button>
            <Button color="red" variant="light" onClick={onClose}>
              {t('targets:editor.drop')}
            </Button>
          </>
        ) : (
          <Button variant="default" onClick={close} rightSection={<Kbd quiet>Esc</Kbd>}>
            {t('common:action.cancel')}
          </Button>
        )}
        <span className={classes.small}>{t('targets:editor.versionsKept')}</span>
      </div>
    </form>
  );
}

/** The newest version of every given set. */
function newestGiven(sets: readonly TargetSetEntry[]): TargetSetEntry[] {
  return sets.filter(
    (set) => set.own === null && !sets.some(({ id, version }) => id === set.id && version > set.version),
  );
}

/** The own set written last: the one of today, else the newest version of any. */
function newestOwn(sets: readonly TargetSetEntry[]): TargetSetEntry | null {
  const own = sets.filter(
    (set) => set.own !== null && !sets.some(({ id, version }) => id === set.id && version > set.version),
  );
  return own.find(({ current }) => current) ?? own[0] ?? null;
}

/** A day, or the nearest one on which a set is in force. */
function within(day: LocalDate, { validFrom, validTo }: TargetSetEntry): LocalDate {
  if (day < validFrom) return validFrom;
  return validTo !== null && day > validTo ? validFrom : day;
}
