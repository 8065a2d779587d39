import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, toFault } from '../../../app/bridge.ts';
import { callWithReason } from '../../../app/closed-reason.ts';
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

/** What was marked and scanned and is not saved yet. */
interface Go {
  readonly marks: Marks;
  readonly scans: readonly Scan[];
}
const NOTHING: Go = { marks: new Map(), scans: [] };

/** Marks of one go: given on the list or by scanned codes, saved as one deed that can be taken back. */
export function useCheck(field: CheckedField, onUndo: (changeSets: readonly number[]) => void) {
  const { t } = useTranslation(['dossiers', 'recordList']);
  const format = useFormat();
  const [{ marks, scans }, draw] = useState<Go>(NOTHING);
  const [saving, setSaving] = useState(false);
  // Saving needs what was marked by the very key or scan before, drawn or not.
  const latest = useRef<Go>(NOTHING);
  const change = useCallback((changes: (old: Go) => Partial<Go>) => {
    latest.current = { ...latest.current, ...changes(latest.current) };
    draw(latest.current);
  }, []);
  const setMarks = useCallback(
    (next: (old: Marks) => Marks) => change((old) => ({ marks: next(old.marks) })),
    [change],
  );
  const queue = useRef<Promise<void>>(Promise.resolve());

  /** Puts scans first, each code once. */
  const note = useCallback(
    (fresh: readonly Scan[]) => {
      const codes = new Set(fresh.map(({ code }) => code));
      change(({ scans: old }) => ({ scans: [...fresh, ...old.filter(({ code }) => !codes.has(code))] }));
    },
    [change],
  );

  const lookUp = useCallback(
    async (code: string) => {
      try {
        const row = await call('dossiers.byCode', { code });
        const found = row !== null && !row.deleted;
        note([
          {
            code: row?.record.code ?? code,
            found,
            name: found ? row.record.applicantName : null,
            open: false,
          },
        ]);
        if (found && row.record[field] !== true) setMarks((old) => new Map(old).set(row.id, true));
      } catch (reason) {
        showFault(toFault(reason));
      }
    },
    [field, note, setMarks],
  );

  const scan = useCallback(
    (codes: readonly string[]) => {
      if (codes.length > LOOKED_UP) {
        note([...new Set(codes)].map((code) => ({ code, found: true, name: null, open: true })));
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
    const asked = new Set(scanned.filter((one) => one.open).map((one) => one.code));
    const calls = flagCalls(given, [...asked]);
    if (calls.length === 0) return;
    setSaving(true);
    try {
      const changeSets: number[] = [];
      const missing: string[] = [];
      let changed = 0;
      let unchanged = 0;
      for (const { ids, codes, value } of calls) {
        const done = await callWithReason('dossiers.setFlags', {
          ids: [...ids],
          codes: [...codes],
          field,
          value,
        });
        if (done.changeSet !== null) changeSets.push(done.changeSet);
        changed += done.changed;
        unchanged += done.unchanged;
        missing.push(...done.notFound);
      }
      useDossiersView.getState().changedMany(changeSets);
      const absent = new Set(missing);
      // What is not in the book stays on the list; what came in meanwhile waits for the next go.
      change((old) => ({
        marks: new Map([...old.marks].filter(([id, mark]) => given.get(id) !== mark)),
        scans: old.scans.flatMap((one) => {
          if (one.open && !asked.has(one.code)) return [one];
          const found = one.open ? !absent.has(one.code) : one.found;
          return found ? [] : [{ ...one, found, open: false }];
        }),
      }));
      const said = [
        t('check.done', { n: format.count(changed) }),
        ...(unchanged > 0 ? [t('check.unchanged', { n: format.count(unchanged) })] : []),
      ].join(' ');
      if (changeSets.length > 0) showUndoable(said, t('recordList:actions.undo'), () => onUndo(changeSets));
      else showDone(said);
    } catch (reason) {
      showFault(toFault(reason));
    } finally {
      setSaving(false);
    }
  }, [change, field, format.count, onUndo, t]);

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
    forgetScans: () => change(() => ({ scans: [] })),
    save,
    saving,
    waiting: marks.size + open,
  };
}
