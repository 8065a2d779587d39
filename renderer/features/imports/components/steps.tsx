import { useTranslation } from 'react-i18next';
import css from '../imports.module.css';
import type { Step } from '../store.ts';

const STEPS: readonly Step[] = ['choose', 'mapping', 'preview', 'done'];

/** Where the import stands. */
export function Steps({ step }: { readonly step: Step }) {
  const { t } = useTranslation('imports');
  const at = STEPS.indexOf(step);
  return (
    <ol className={css.steps} aria-label={t('steps.label')}>
      {STEPS.map((one, place) => (
        <li key={one} aria-current={one === step ? 'step' : undefined} data-past={place < at || undefined}>
          <span aria-hidden="true">{place < at ? '✓' : place + 1}</span> {t(`steps.${one}`)}
        </li>
      ))}
    </ol>
  );
}
