import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { forgetKept, useKept } from '../../../app/kept.ts';
import { useLetterKeys } from '../../../app/use-letter-keys.ts';
import { useFormat } from '../../../app/words.ts';
import { LedgerView } from '../../../ledgers/index.ts';
import { PaperDialog } from '../../../papers/paper-dialog.tsx';
import { StackedBar } from '../../../ui/charts/stacked-bar.tsx';
import { Kbd } from '../../../ui/kbd.tsx';
import { useAllEntries } from '../hooks/use-all-entries.ts';
import { useLedgerRequest } from '../hooks/use-ledger-request.ts';
import { subjectSums } from '../model/subject-sums.ts';
import classes from '../targets.module.css';
import { ChoiceList } from './choice-list.tsx';
import { StaffDialog } from './staff-dialog.tsx';

const ALL = '';
const EVERYTHING = {};

/** Tab Phổ biến: who was told of the objectives and has acknowledged it, by subject; the list to be signed. */
export function CommunicationTab() {
  const { t } = useTranslation('targets');
  const format = useFormat();
  const { entries } = useAllEntries('communications', EVERYTHING);
  const sums = useMemo(() => subjectSums(entries ?? []), [entries]);
  const [chosen, setChosen] = useState(ALL);
  const { request, done } = useLedgerRequest('communications', () => setChosen(ALL));
  const [dialog, setDialog] = useKept<'paper' | 'staff' | null>('targets.communication', null);
  useLetterKeys({ p: () => setDialog('paper'), t: () => setDialog('staff') }, dialog === null);
  const subject = sums.some((sum) => sum.subject === chosen) ? chosen : ALL;
  const told = sums.reduce((sum, each) => sum + each.told, 0);
  const acknowledged = sums.reduce((sum, each) => sum + each.acknowledged, 0);
  const filter = useMemo(() => (subject === ALL ? {} : { equals: { subject } }), [subject]);
  const counted = (each: { told: number; acknowledged: number }) => (
    <span>
      {t('communication.told', {
        told: format.count(each.told),
        acknowledged: format.count(each.acknowledged),
      })}
    </span>
  );
  return (
    <>
      <div className={classes.bar}>
        <div>
          <StackedBar
            label={t('communication.summary.label')}
            parts={[
              {
                id: 'yes',
                label: t('communication.summary.yes'),
                value: format.count(acknowledged),
                count: acknowledged,
                fill: 'solid',
                tone: 'met',
              },
              {
                id: 'no',
                label: t('communication.summary.no'),
                value: format.count(told - acknowledged),
                count: told - acknowledged,
                fill: 'hatch',
                tone: 'attention',
              },
            ]}
          />
        </div>
        <Button variant="default" onClick={() => setDialog('staff')} rightSection={<Kbd quiet>T</Kbd>}>
          {t('communication.addStaff')}
        </Button>
        <Button
          variant="default"
          disabled={told === 0}
          onClick={() => setDialog('paper')}
          rightSection={<Kbd quiet>P</Kbd>}
        >
          {t('communication.show')}
        </Button>
      </div>
      <div className={classes.split}>
        <ChoiceList
          label={t('communication.subjects')}
          selected={subject}
          onSelect={(key) => {
            done();
            setChosen(key);
          }}
          items={[
            { key: ALL, title: t('communication.subjectAll'), children: counted({ told, acknowledged }) },
            ...sums.map((sum) => ({ key: sum.subject, title: sum.subject, children: counted(sum) })),
          ]}
        />
        <LedgerView ledger="communications" filter={filter} request={request} />
      </div>
      {dialog === 'paper' ? (
        <PaperDialog
          what={{ kind: 'signing-list', subject: subject === ALL ? null : subject }}
          onClose={() => forgetKept('targets.communication')}
        />
      ) : null}
      {dialog === 'staff' ? (
        <StaffDialog
          subject={subject}
          told={entries ?? []}
          onClose={() => forgetKept('targets.communication')}
        />
      ) : null}
    </>
  );
}
