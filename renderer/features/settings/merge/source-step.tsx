import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '#shared/domain/local-date.ts';
import type { ChosenFile } from '#shared/ipc/contract/common.ts';
import type { MergeState } from '#shared/ipc/contract/merge.ts';
import { call, dropped } from '../../../app/bridge.ts';
import { useDeed } from '../../../app/use-deed.ts';
import { useFormat } from '../../../app/words.ts';
import { DateField } from '../../../ui/date-field.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { Kbd } from '../../../ui/kbd.tsx';
import { useFileDrop } from '../../../ui/use-file-drop.ts';
import settings from '../settings.module.css';
import classes from './merge.module.css';
import { OpenSource } from './open-source.tsx';
import { type ChosenBook, NO_TERMS, setTerms, useJoining } from './store.ts';

interface Props {
  readonly sources: MergeState['sources'];
  readonly refresh: () => void;
}

/** Step 1: the former units' books, and from when to when each unit was called so. */
export function SourceStep({ sources, refresh }: Props) {
  const { t } = useTranslation('merge');
  const [chosen, setChosen] = useState<ChosenBook | null>(null);
  const { busy, fault, run } = useDeed();
  const pick = (ask: () => Promise<ChosenFile | null>) =>
    run(async () => {
      const file = await ask();
      if (file) setChosen({ file, head: await call('merge.look', { file: file.token }) });
    });
  const over = useFileDrop(([first]) => {
    if (first) void pick(() => dropped(first));
  });
  return (
    <>
      {sources.length === 0 ? <p>{t('sources.none')}</p> : null}
      {sources.map((source, at) => (
        <SourceLine key={source.name + String(at)} source={source} at={at} refresh={refresh} />
      ))}
      {fault ? <ErrorNotice fault={fault} /> : null}
      {chosen ? (
        <OpenSource
          key={chosen.file.token}
          chosen={chosen}
          onClose={() => setChosen(null)}
          onOpened={() => {
            useJoining.setState(({ units }) => ({ units: [...units, NO_TERMS] }));
            setChosen(null);
            refresh();
          }}
        />
      ) : null}
      <div className={settings.buttons} data-over={over || undefined}>
        <Button
          variant="default"
          loading={busy}
          onClick={() => void pick(() => call('files.pickFolder', {}))}
        >
          {t('sources.folder')}
        </Button>
        <Button
          variant="default"
          disabled={busy}
          onClick={() => void pick(() => call('files.pickBackup', {}))}
        >
          {t('sources.copy')}
        </Button>
        <span className={classes.drop}>{t('sources.drop')}</span>
        <Button
          disabled={sources.length === 0 || chosen !== null}
          aria-keyshortcuts="Control+Enter"
          rightSection={<Kbd quiet>Ctrl Enter</Kbd>}
          onClick={() => useJoining.setState({ step: 'clashes' })}
        >
          {t('next')}
        </Button>
      </div>
    </>
  );
}

function SourceLine({
  source,
  at,
  refresh,
}: {
  readonly source: MergeState['sources'][number];
  readonly at: number;
  readonly refresh: () => void;
}) {
  const { t } = useTranslation('merge');
  const format = useFormat();
  const terms = useJoining((joining) => joining.units[at]) ?? NO_TERMS;
  const { busy, run } = useDeed();
  const { unit, dossiers, entries, reports, unsound, span } = source;
  const leave = () =>
    run(async () => {
      await call('merge.leave', { source: at });
      useJoining.setState(({ units }) => ({
        units: units.filter((_each, place) => place !== at),
        choices: {},
      }));
      refresh();
    });
  return (
    <div className={classes.source} role="group" aria-label={unit.name}>
      <div>
        <b>{unit.name}</b> <span className="dim">{unit.code}</span>
        <br />
        <span className="dim">
          {t('sources.counts', {
            dossiers: format.count(dossiers),
            entries: format.count(entries),
            reports: format.count(reports),
          })}
          {span
            ? ` · ${t('sources.span', { first: formatDate(span.first), last: formatDate(span.last) })}`
            : ''}
        </span>
        {unsound > 0 ? <p>{t('sources.unsound', { n: format.count(unsound) })}</p> : null}
      </div>
      <TextInput
        label={t('sources.label')}
        title={t('sources.labelHint')}
        placeholder={unit.code}
        maxLength={20}
        value={terms.label}
        onChange={(event) => setTerms(at, { label: event.currentTarget.value })}
      />
      <DateField label={t('sources.from')} value={terms.from} onChange={(from) => setTerms(at, { from })} />
      <DateField label={t('sources.to')} value={terms.to} onChange={(to) => setTerms(at, { to })} />
      <Button variant="subtle" loading={busy} onClick={() => void leave()}>
        {t('sources.leave')}
      </Button>
    </div>
  );
}
