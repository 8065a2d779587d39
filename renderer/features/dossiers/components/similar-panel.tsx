import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dossier, DossierField } from '#shared/domain/dossier.ts';
import { Blank } from '../../../record-list/blank.tsx';
import { Kbd } from '../../../ui/kbd.tsx';
import css from '../dossiers.module.css';
import type { SimilarDossier } from '../hooks/use-similar.ts';
import { compareDossiers } from '../model/compare.ts';
import { fieldText } from '../model/field-text.ts';
import type { DossierDraft } from '../model/form-schema.ts';

interface Props {
  readonly typed: DossierDraft;
  readonly found: SimilarDossier;
  /** How many more there are. */
  readonly more: number;
  onOpen(): void;
  onDismiss(): void;
}

/** What is typed beside a dossier that may be the same one; differing fields are marked. Never in the way of saving. */
export function SimilarPanel({ typed, found, more, onOpen, onDismiss }: Props) {
  const { t } = useTranslation('dossiers');
  const known = found.dossier.record;
  // The form gave room: the field that is typed in stays in sight.
  useEffect(() => {
    document.activeElement?.scrollIntoView({ block: 'nearest' });
  }, []);
  const value = (of: DossierDraft | Dossier, field: DossierField) => {
    const text = of[field];
    return (typeof text === 'string' ? fieldText(t, field, text) : null) ?? <Blank said />;
  };
  return (
    <section className={css.similar} aria-label={t('similar.label')} aria-live="polite">
      <div>
        <b>{t(`similar.why.${found.why}`)}</b>
        {more > 0 && <span className="dim"> {t('similar.more', { n: more })}</span>}
      </div>
      <table>
        <thead>
          <tr>
            <td />
            <th scope="col">{t('similar.this')}</th>
            <th scope="col">{found.dossier.deleted ? t('similar.thatDeleted') : t('similar.that')}</th>
          </tr>
        </thead>
        <tbody>
          {compareDossiers(typed, known).map(({ field, differs }) => (
            <tr key={field} data-differs={differs || undefined}>
              <th scope="row">
                {t(`fields.${field}`)}
                {differs && (
                  <span className={css.differs}>
                    <span aria-hidden> ≠</span>
                    <span className="sr-only"> {t('similar.differs')}</span>
                  </span>
                )}
              </th>
              <td>{value(typed, field)}</td>
              <td>{value(known, field)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={css.similarFoot}>
        <Button
          size="compact-sm"
          tabIndex={-1}
          aria-keyshortcuts="F8"
          rightSection={<Kbd quiet>F8</Kbd>}
          onClick={onOpen}
        >
          {t('similar.open')}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          tabIndex={-1}
          aria-keyshortcuts="Escape"
          rightSection={<Kbd quiet>Esc</Kbd>}
          onClick={onDismiss}
        >
          {t('similar.dismiss')}
        </Button>
      </div>
    </section>
  );
}
