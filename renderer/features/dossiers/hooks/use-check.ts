import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, toFault } from '../../../app/bridge.ts';
import { useFormat } from '../../../app/words.ts';
import { showDone, showFault, showUndoable } from '../../../ui/toast.tsx';
import { type CheckedField, flagCalls, type Marks } from '../model/check-marks.ts';
import { useDossiersView } from '../store.ts';

/** Codes looked up one by one as they are scanned; more at once are only saved, and told then. */
const LOOKED_UP = 200;

/** A code from the shelf: the dossier it names, or that it names none. */
export interface Scan {
  readonly code: string;
  readonly found: boolean;
  /** Whose dossier it is; null when nobody is named or nothing was found. */
  readonly name: string | null;
  /** Not looked up yet (a long list pasted). */
  readonly open: boolean;
}

/** Marks of one go: given on the list or by scanned codes, saved as one deed that can be taken back. */
export function useCheck(field: CheckedField, onUndo: () => void) {
  const { t } = useTranslation('dossiers');
  const format = useFormat();
  const [marks, setMarks] = useState<Marks>(new Map());
  const [scans, setScans] = useState<readonly Scan[]>([]);
  const [saving, setSaving] = useState(false);
  const latest = useRef({ marks, scans });
  latest.current = { marks, scans };
  const queue = useRef<Promise<void>>(Promise.resolve());

  const note = useCallback((scan: Scan) => {
    setScans((old) => [scan, ...old.filter((one) => one.code !== scan.code)]);
  }, []);

  const lookUp = useCallback(
    async (code: string) => {
      try {
        const row = await call('dossiers.byCode', { code });
        const found = row !== null && !row.deleted;
        note({
          code: row?.record.code ?? code,
          found,
          name: found ? row.record.applicantName : null,
          open: false,
        });
        if (found && row.record[field] !== true) setMarks((old) => new Map(old).set(row.id, true));
      } catch (reason) {
        showFault(toFault(reason));
      }
    },
    [field, note],
  );

  const scan = useCallback(
    (codes: readonly string[]) => {
      if (codes.length > LOOKED_UP) {
        for (const code of codes) note({ code, found: true, name: null, open: true });
        return;
      }
      // One after the other, in the order of the shelf.
      queue.current = codes.reduce((before, code) => before.then(() => lookUp(code)), queue.current);
    },
    [lookUp, note],
  );

  const save = useCallback(async () => {
    await queue.current;
    const { marks: given, scans: scanned } = latest.current;
    const calls = flagCalls(
      given,
      scanned.filter((one) => one.open).map((one) => one.code),
    );
    if (calls.length === 0) return;
    setSaving(true);
    try {
      const changeSets: number[] = [];
      const missing: string[] = [];
      let changed = 0;
      let unchanged = 0;
      for (const { ids, codes, value } of calls) {
        const done = await call('dossiers.setFlags', { ids: [...ids], codes: [...codes], field, value });
        if (done.changeSet !== null) changeSets.push(done.changeSet);
        changed += done.changed;
        unchanged += done.unchanged;
        missing.push(...done.notFound);
      }
      useDossiersView.getState().changedMany(changeSets);
      setMarks(new Map());
      const absent = new Set(missing);
      setScans((old) =>
        old.flatMap((one) => {
          const found = one.open ? !absent.has(one.code) : one.found;
          return found ? [] : [{ ...one, found, open: false }];
        }),
      );
      const said = [
        t('check.done', { n: format.count(changed) }),
        ...(unchanged > 0 ? [t('check.unchanged', { n: format.count(unchanged) })] : []),
      ].join(' · ');
      if (changeSets.length > 0) showUndoable(said, t('actions.undo'), onUndo);
      else showDone(said);
    } catch (reason) {
      showFault(toFault(reason));
    } finally {
      setSaving(false);
    }
  }, [field, format.count, onUndo, t]);

  // Whoever leaves has given these marks: they are saved, not lost.
  const leaving = useRef(save);
  leaving.current = save;
  useEffect(() => () => void leaving.current(), []);

  const open = scans.filter((one) => one.open).length;
  return {
    marks,
    setMarks,
    scans,
    scan,
    forgetScans: () => setScans([]),
    save,
    saving,
    waiting: marks.size + open,
  };
}
