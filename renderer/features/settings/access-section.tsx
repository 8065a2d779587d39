import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session.ts';
import { useQuery } from '../../app/use-query.ts';
import { Card } from '../../ui/card.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { KeystoreCard } from './access/keystore-card.tsx';
import { PassphraseCard } from './access/passphrase-card.tsx';
import { PeopleCard } from './access/people-card.tsx';
import { RecoveryCard } from './access/recovery-card.tsx';
import { RekeyCard } from './access/rekey-card.tsx';
import { RightsCard } from './access/rights-card.tsx';
import classes from './settings.module.css';

/** Who can open the book and by what: passphrases, recovery sheet, the system's key store, the key itself. */
export function AccessSection() {
  const { t } = useTranslation('access');
  const app = useSession((session) => session.app);
  const state = useQuery('access.state', {}, ['settings']);
  const user = app?.user ?? null;
  if (user === null) return null;
  if (state.fault) return <ErrorNotice fault={state.fault} onRetry={state.refresh} />;
  const access = state.data;
  // The sample is open to everybody: there is nothing to lock, and the program refuses to change who opens it.
  if (app?.sample)
    return (
      <div className={classes.stack}>
        <Card title={t('sample.title')} padded>
          <p className={classes.note}>{t('sample.text')}</p>
        </Card>
        {access && (
          <>
            <PeopleCard people={access.people} own={user.login} leads={false} />
            <RightsCard people={access.people} manages={false} />
          </>
        )}
      </div>
    );
  return (
    <div className={classes.stack}>
      <PassphraseCard name={user.name} />
      {access && (
        <>
          <RecoveryCard recovery={access.recovery} manages={access.manages} />
          <PeopleCard people={access.people} own={user.login} leads={access.manages} />
          <RightsCard people={access.people} manages={access.manages} />
          <KeystoreCard keystore={access.keystore} name={user.name} />
          {access.manages ? <RekeyCard /> : null}
        </>
      )}
    </div>
  );
}
