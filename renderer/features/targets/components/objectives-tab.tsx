import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { periodShort } from '#shared/i18n/period-words.ts';
import type { TargetSetEntry } from '#shared/ipc/contract/targets.ts';
import { call, dropped, toFault } from '../../../app/bridge.ts';
import { focusContent } from '../../../app/focus-content.ts';
import { forgetKept, useKept } from '../../../app/kept.ts';
import { useNavigation } from '../../../app/navigation.ts';
import { useLetterKeys } from '../../../app/use-letter-keys.ts';
import { useQuery } from '../../../app/use-query.ts';
import { useFormat } from '../../../app/words.ts';
import { Card } from '../../../ui/card.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { Kbd } from '../../../ui/kbd.tsx';
import { showDone, showFault } from '../../../ui/toast.tsx';
import { useFileDrop } from '../../../ui/use-file-drop.ts';
import classes from '../targets.module.css';
import { ObjectiveList } from './objective-list.tsx';
import { OWN_SET, OwnEditor } from './own-editor.tsx';
import { SetList, setKey } from './set-list.tsx';

/** Tab Mục tiêu: the sets by validity, the objectives of the one chosen, and the editor of the commune's own. */
export function ObjectivesTab() {
  const { t } = useTranslation('targets');
  const format = useFormat();
  const period = useNavigation((navigation) => navigation.period);
  const list = useQuery('targets.list', {}, ['settings', 'reports']);
  const overview = useQuery('evaluation.overview', period === null ? null : { period }, [
    'dossiers',
    'ledgers',
    'settings',
    'reports',
  ]);
  const [chosen, setChosen] = useState<string | null>(null);
  const [editing, setEditing] = useKept(OWN_SET, false);
  useLetterKeys({ e: () => setEditing(true) }, !editing);
  useFileDrop((files) => void takeIn(files), !editing);
  useEffect(() => {
    // The editor and the sets share a scroller; each begins at its top.
    document.getElementById('target-panel')?.scrollTo(0, 0);
    if (!editing) focusContent();
  }, [editing]);

  async function takeIn(files: readonly File[]): Promise<void> {
    for (const file of files) {
      const known = await dropped(file);
      if (known) await importFile(known.token);
    }
  }
  async function importFile(token: string): Promise<void> {
    try {
      const set = await call('targets.importFile', { file: token });
      setChosen(setKey(set));
      list.refresh();
      showDone(t('set.imported', { name: set.name[format.language], n: set.version }));
    } catch (reason) {
      showFault(toFault(reason));
    }
  }
  async function pick(): Promise<void> {
    const file = await call('files.pickTargetSet', {}).catch(() => null);
    if (file) await importFile(file.token);
  }
  async function exportFile({ id, version }: TargetSetEntry): Promise<void> {
    try {
      const proposedName = t('set.fileProposal', { id, version });
      const target = await call('files.saveAs', { proposedName, kind: 'json' });
      if (!target) return;
      const { saved } = await call('targets.exportFile', { id, version, target: target.token });
      showDone(t('set.exported', { name: saved.name }));
    } catch (reason) {
      showFault(toFault(reason));
    }
  }

  const sets = list.data ?? [];
  const set = sets.find((each) => setKey(each) === chosen) ?? sets.find(({ current }) => current) ?? sets[0];
  if (list.fault) return <ErrorNotice fault={list.fault} onRetry={list.refresh} />;
  if (!set) return list.data ? <p className="dim">{t('set.empty')}</p> : null;
  if (editing)
    return (
      <OwnEditor
        sets={sets}
        onClose={() => forgetKept(OWN_SET)}
        onSaved={(saved) => {
          forgetKept(OWN_SET);
          setChosen(setKey(saved));
          list.refresh();
        }}
      />
    );
  const judging = overview.data?.evaluation.targetSet;
  const judges = judging?.id === set.id && judging.version === set.version;
  return (
    <div className={classes.split}>
      <div className={classes.side}>
        <SetList sets={sets} selected={setKey(set)} onSelect={setChosen} />
        <div className={classes.sideButtons}>
          <Button onClick={() => setEditing(true)} rightSection={<Kbd quiet>E</Kbd>}>
            {t('set.edit')}
          </Button>
          <Button variant="default" onClick={() => void pick()}>
            {t('set.import')}
          </Button>
          <Button variant="default" onClick={() => void exportFile(set)}>
            {t('set.export')}
          </Button>
          <p className={classes.small}>{t('set.hint')}</p>
        </div>
      </div>
      <div className={classes.main}>
        <Card
          title={set.name[format.language]}
          note={`${t('set.source', {
            number: set.decision.number,
            date: format.date(set.decision.date),
            issuer: set.decision.issuer,
          })} · ${t('set.count', { n: format.count(set.objectives.length) })}`}
        >
          {overview.data && !judges ? <p className={classes.otherSet}>{t('set.otherSet')}</p> : null}
          <ObjectiveList
            set={set}
            base={set.own === null ? null : baseOf(sets, set.own.base)}
            overview={judges ? overview.data : null}
            periodName={period === null ? '' : periodShort(period, format.language)}
          />
        </Card>
        <p className={classes.foot}>{t('set.foot', { id: set.id, version: set.version })}</p>
      </div>
    </div>
  );
}

/** The newest version of a given set. */
function baseOf(sets: readonly TargetSetEntry[], id: string): TargetSetEntry | null {
  return (
    sets
      .filter((set) => set.id === id && set.own === null)
      .sort((a, b) => b.version - a.version)
      .at(0) ?? null
  );
}
