import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDate } from '#shared/domain/local-date.ts';
import type { UpdateOffer } from '#shared/ipc/contract/updates.ts';
import { Card } from '../../ui/card.tsx';
import { ToneBadge } from '../../ui/verdict-badge.tsx';
import classes from './settings.module.css';
import own from './update.module.css';

interface Props {
  readonly offer: UpdateOffer;
  /** Megabytes, as shown. */
  readonly size: string;
  readonly busy: boolean;
  readonly onInstall: () => void;
}

/** A package that was checked: what it brings, who signed it, and the button that takes it. */
export function UpdateOfferCard({ offer, size, busy, onInstall }: Props) {
  const { t, i18n } = useTranslation('updates');
  const notes = offer.notes[i18n.language === 'en' ? 'en' : 'vi'];
  return (
    <Card
      title={t('offerTitle', { version: offer.version, date: formatDate(offer.releasedOn) })}
      note={offer.file}
      padded
    >
      <p className={classes.note}>
        <ToneBadge tone="met" mark="✓">
          {t('offerChecked', { key: offer.signedBy, size })}
        </ToneBadge>
      </p>
      {notes === '' ? null : (
        <>
          <h3 className={own.notesTitle}>{t('notes')}</h3>
          <p className={own.notes}>{notes}</p>
        </>
      )}
      {busy ? <p className={classes.note}>{t('installing')}</p> : null}
      <div className={classes.buttons}>
        <Button loading={busy} onClick={onInstall} data-autofocus>
          {t('install', { version: offer.version })}
        </Button>
      </div>
    </Card>
  );
}
