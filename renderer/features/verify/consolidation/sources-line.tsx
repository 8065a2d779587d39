import { CloseButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/words.ts';
import { showUndoable } from '../../../ui/toast.tsx';
import css from './consolidation.module.css';
import { removeSources, useGathering } from './store.ts';

/** Sources that are named; a person who dropped hundreds knows it. */
const NAMED = 4;

/** From what the table is made, with a way to take each off and to take that back. */
export function SourcesLine() {
  const { t } = useTranslation(['gathering', 'common']);
  const format = useFormat();
  const sources = useGathering((view) => view.sources);
  const takeOff = (token: string | undefined, message: string) =>
    showUndoable(message, t('common:action.undo'), removeSources(token));
  return (
    <ul className={css.sources} aria-label={t('sources.label')}>
      {sources.slice(0, NAMED).map((source) => (
        <li key={source.token}>
          <span title={source.name}>
            {source.folder ? t('sources.folder', { name: source.name }) : source.name}
          </span>
          <CloseButton
            size="xs"
            aria-label={t('sources.remove', { name: source.name })}
            onClick={() => takeOff(source.token, t('sources.removed', { name: source.name }))}
          />
        </li>
      ))}
      {sources.length > NAMED && (
        <li className="dim">{t('sources.more', { n: format.count(sources.length - NAMED) })}</li>
      )}
      <li>
        <button type="button" className={css.link} onClick={() => takeOff(undefined, t('sources.cleared'))}>
          {t('sources.clear')}
        </button>
      </li>
    </ul>
  );
}
