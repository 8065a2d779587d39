import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { findFormula } from '#shared/domain/formulas/registry.ts';
import type { LedgerId } from '#shared/domain/ledgers/registry.ts';
import { periodShort } from '#shared/i18n/period-words.ts';
import { goToExplain, useNavigation } from '../../app/navigation.ts';
import { isTaken } from '../../app/shortcuts.ts';
import { useQuery } from '../../app/use-query.ts';
import { useFormat } from '../../app/words.ts';
import { Figure } from '../../ui/figure.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { VerdictBadge } from '../../ui/verdict-badge.tsx';
import css from '../ledgers.module.css';

/** Which objectives a ledger feeds, with their figures of the period looked at; C leads to the records behind them. */
export function ObjectiveLine({ ledger }: { readonly ledger: LedgerId }) {
  const { t } = useTranslation('entries');
  const { language } = useFormat();
  const period = useNavigation((navigation) => navigation.period);
  const asked = period === null ? null : { period };
  const set = useQuery('evaluation.targetSet', asked, ['settings']);
  const evaluated = useQuery('evaluation.evaluate', asked, ['ledgers', 'dossiers', 'settings']);
  const fed = (set.data?.objectives ?? []).filter(({ formula: id }) => {
    const formula = findFormula(id);
    return formula?.kind === 'ledger' && formula.ledgers.includes(ledger);
  });
  const first = fed[0]?.id;

  useEffect(() => {
    if (first === undefined) return;
    const onKey = (event: KeyboardEvent) => {
      if (isTaken(event) || event.ctrlKey || event.altKey || event.metaKey) return;
      if (event.key.toLowerCase() !== 'c') return;
      event.preventDefault();
      goToExplain(first);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [first]);

  if (period === null || !set.data) return <div className={css.feeds} />;
  if (fed.length === 0) return <p className={css.feeds}>{t('objective.none')}</p>;
  return (
    <div className={css.feeds}>
      {fed.map(({ id, title }) => {
        const result = evaluated.data?.objectives.find((each) => each.id === id);
        return (
          <div key={id} className={css.feed}>
            <span className={css.feedName} title={title[language]}>
              {t('objective.feeds', { id })}: <b>{title[language]}</b>
            </span>
            <span className={css.feedFigure}>
              <span className={css.dim}>{periodShort(period, language)}</span>
              {result ? (
                <>
                  {result.denominator === null || result.denominator === 0 ? null : (
                    <Figure
                      percent={result.percent}
                      numerator={result.numerator}
                      denominator={result.denominator}
                    />
                  )}
                  <VerdictBadge verdict={result.verdict} shortBy={result.shortBy} />
                </>
              ) : null}
              <LinkButton aria-keyshortcuts={id === first ? 'C' : undefined} onClick={() => goToExplain(id)}>
                {t('objective.explain')}
              </LinkButton>
              {id === first ? <Kbd quiet>C</Kbd> : null}
            </span>
          </div>
        );
      })}
    </div>
  );
}
