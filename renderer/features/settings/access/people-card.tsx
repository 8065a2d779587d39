import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AccessState } from '#shared/ipc/contract/access.ts';
import { call, toFault } from '../../../app/bridge.ts';
import { forgetKept, useKept } from '../../../app/kept.ts';
import { useLetterKeys } from '../../../app/use-letter-keys.ts';
import { Card } from '../../../ui/card.tsx';
import { formatInstant } from '../../../ui/instant.ts';
import { Kbd } from '../../../ui/kbd.tsx';
import { showDone, showFault, showUndoable } from '../../../ui/toast.tsx';
import classes from '../settings.module.css';
import { AdmitDialog } from './admit-dialog.tsx';
import { PersonDialog } from './person-dialog.tsx';

type Person = AccessState['people'][number];

/** Which dialog is open; its fields are kept below it. */
const ADMIT = 'settings.admit';
const CHANGE = 'settings.change';
const NEW = '+';

interface Props {
  readonly people: readonly Person[];
  /** Login of whoever is signed in. */
  readonly own: string;
  readonly leads: boolean;
}

/** Who can open the book; who may look after people lets them in, changes and withdraws them, brings them back. */
export function PeopleCard({ people, own, leads }: Props) {
  const { t } = useTranslation(['access', 'people', 'common']);
  // Logins; none of them is NEW.
  const [changing, setChanging] = useKept<string | null>(CHANGE, null);
  const [admitting, setAdmitting] = useKept<string | null>(ADMIT, null);
  const personOf = (login: string | null): Person | null =>
    people.find((person) => person.login === login) ?? null;
  const changed = personOf(changing);
  useLetterKeys({ n: () => setAdmitting(NEW) }, leads);

  async function dismiss({ login, name }: Person): Promise<void> {
    try {
      await call('access.dismiss', { login });
      showUndoable(t('access:people.dismissed', { name }), t('access:people.undo'), () => {
        call('access.readmit', { login }).then(
          () => showDone(t('access:people.readmitted', { name })),
          (reason) => showFault(toFault(reason)),
        );
      });
    } catch (reason) {
      showFault(toFault(reason));
    }
  }

  return (
    <Card
      title={t('access:people.title')}
      actions={
        leads ? (
          <Button
            size="compact-sm"
            variant="default"
            aria-keyshortcuts="N"
            rightSection={<Kbd quiet>N</Kbd>}
            onClick={() => setAdmitting(NEW)}
          >
            {t('access:people.add')}
          </Button>
        ) : null
      }
    >
      <ul className={classes.entries}>
        {people.map((person) => (
          <li key={person.login}>
            <span>
              <b>{person.name}</b> <span className="dim">({person.login})</span>
              <br />
              <span className="dim">
                {t(`common:role.${person.role}`)} ·{' '}
                {person.retiredAt === null
                  ? t(person.admitted ? 'access:people.admitted' : 'access:people.absent')
                  : t('people:retired', { date: formatInstant(person.retiredAt).slice(0, 10) })}
                {person.login === own ? ` · ${t('access:people.you')}` : ''}
              </span>
            </span>
            {leads ? (
              <span className={classes.entryButtons}>
                {person.retiredAt === null ? (
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={`${t('people:change.button')} ${person.name}`}
                    onClick={() => setChanging(person.login)}
                  >
                    {t('people:change.button')}
                  </Button>
                ) : null}
                {person.login === own ? null : person.admitted ? (
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={`${t('access:people.dismiss')}: ${person.name}`}
                    onClick={() => void dismiss(person)}
                  >
                    {t('access:people.dismiss')}
                  </Button>
                ) : (
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={`${t(person.retiredAt === null ? 'access:people.admit' : 'people:bringBack')} ${person.name}`}
                    onClick={() => setAdmitting(person.login)}
                  >
                    {t(person.retiredAt === null ? 'access:people.admit' : 'people:bringBack')}
                  </Button>
                )}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      {leads ? (
        <p className={classes.note} style={{ padding: '0 14px 12px' }}>
          {t('access:people.note')}
        </p>
      ) : null}
      {admitting ? <AdmitDialog person={personOf(admitting)} onClose={() => forgetKept(ADMIT)} /> : null}
      {changed ? <PersonDialog person={changed} onClose={() => forgetKept(CHANGE)} /> : null}
    </Card>
  );
}
