import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type LedgerId, ledgerOf } from '#shared/domain/ledgers/registry.ts';
import { useNavigation } from '../../app/navigation.ts';
import { Page } from '../../app/page.tsx';
import { LedgerView, ObjectiveLine, useLedgerWords } from '../../ledgers/index.ts';
import { SideSplit } from '../../ui/side-list.tsx';
import { LedgerList } from './ledger-list.tsx';
import { useRecordsView } from './store.ts';

/** Ghi nhận khác: the ledgers beside the dossiers, one at a time. */
export default function RecordsScreen() {
  const { t } = useTranslation('entries');
  const words = useLedgerWords();
  const ledger = useRecordsView((view) => view.ledger);
  const target = useNavigation((navigation) => navigation.ledger);
  const [asked, setAsked] = useState(false);

  // Whoever led here says which ledger.
  useEffect(() => {
    if (
      target &&
      ledgerOf(target.ledger).place === 'records' &&
      target.stamp !== useRecordsView.getState().seen
    )
      useRecordsView.setState({ ledger: target.ledger, seen: target.stamp });
    setAsked(true);
  }, [target]);

  const choose = (next: LedgerId) => useRecordsView.setState({ ledger: next });
  return (
    <Page title={t('screen.title')} subtitle={words.name(ledger)} period fill>
      <SideSplit list={<LedgerList current={ledger} onChoose={choose} />}>
        {asked ? (
          <LedgerView
            key={ledger}
            ledger={ledger}
            request={target}
            lead={<ObjectiveLine ledger={ledger} />}
          />
        ) : null}
      </SideSplit>
    </Page>
  );
}
