import { Button, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DraftText, ReportDraft } from '#shared/ipc/contract/reports.ts';
import { isPressed, KEYS } from '../../../app/keys.ts';
import { choosePeriod, goToDossiers, goToLedger } from '../../../app/navigation.ts';
import { Card } from '../../../ui/card.tsx';
import { Kbd } from '../../../ui/kbd.tsx';
import { goToSigning } from '../go-to-signing.ts';
import { useCheckWords } from '../hooks/use-check-words.ts';
import { checkFilter, checkLedger, checkPeriod, checkPlace, hindrances } from '../model/checks.ts';
import css from '../reports.module.css';
import { PlaceButton } from './place-button.tsx';

interface Props {
  readonly draft: ReportDraft;
  readonly text: DraftText;
  onReason(code: string, reason: string): void;
}

/** The checks before signing: errors to correct, warnings to answer with a reason that travels in the report. */
export function Checks({ draft, text, onReason }: Props) {
  const { t } = useTranslation('reports');
  const words = useCheckWords();
  const { errors, unanswered } = hindrances(draft.checks, text);
  const warnings = draft.checks.filter((check) => check.severity === 'warning').length;
  const sorted = [...draft.checks].sort((a, b) =>
    a.severity === b.severity ? 0 : a.severity === 'error' ? -1 : 1,
  );
  const note = [
    errors > 0 && t('checks.errors', { count: errors, n: errors }),
    warnings > 0 && t('checks.warnings', { count: warnings, n: warnings }),
    warnings > 0 && t('checks.answered', { n: warnings - unanswered }),
  ].filter((part) => part !== false);
  return (
    <Card title={t('checks.title')} note={note.join(' · ')}>
      {sorted.length === 0 && (
        <p className={css.good}>
          <span aria-hidden="true">✓ </span>
          {t('checks.allGood')}
        </p>
      )}
      <ul className={css.checks}>
        {sorted.map((check, at) => {
          const filter = checkFilter(check, draft);
          const earlier = checkPeriod(check);
          const entries = checkLedger(check, draft);
          const place = checkPlace(check, draft);
          const given = sorted
            .slice(0, at)
            .map(({ code }) => (text.reasons[code] ?? '').trim())
            .findLast((reason) => reason !== '');
          const answered = (text.reasons[check.code] ?? '').trim() !== '';
          return (
            <li key={check.code} data-severity={check.severity} data-answered={answered || undefined}>
              <div className={css.checkLine}>
                <span className={css.mark}>
                  <span aria-hidden="true">{check.severity === 'error' ? '▲' : answered ? '✓' : '!'}</span>
                  <span className="sr-only">{t(`checks.${check.severity}`)}</span>
                </span>
                <span>{words(check)}</span>
                {earlier !== null && (
                  <Button variant="default" size="compact-xs" onClick={() => choosePeriod(earlier)}>
                    {t('checks.seeReport')}
                  </Button>
                )}
                {entries !== null && (
                  <Button
                    variant="default"
                    size="compact-xs"
                    onClick={() =>
                      goToLedger(entries.ledger, entries.lacking ? { filter: { lacks: 'any' } } : {})
                    }
                  >
                    {t('checks.seeEntries')}
                  </Button>
                )}
                {place !== null && <PlaceButton place={place} objective={check.params.objective} />}
                {filter && (
                  <Button variant="default" size="compact-xs" onClick={() => goToDossiers({ filter })}>
                    {t('checks.see')}
                  </Button>
                )}
              </div>
              {check.severity === 'warning' && (
                <Textarea
                  aria-label={`${t('checks.reason')}: ${words(check)}`}
                  placeholder={given === undefined ? `${t('checks.reason')}…` : t('checks.reasonAgain')}
                  autosize
                  minRows={1}
                  maxRows={4}
                  maxLength={500}
                  value={text.reasons[check.code] ?? ''}
                  onChange={(event) => onReason(check.code, event.currentTarget.value)}
                  onKeyDown={(event) => {
                    if (!isPressed(event, KEYS.reports.repeat) || given === undefined) return;
                    event.preventDefault();
                    onReason(check.code, given);
                  }}
                />
              )}
            </li>
          );
        })}
      </ul>
      <p className={css.toSigning}>
        <Button
          variant="default"
          size="compact-sm"
          onClick={goToSigning}
          aria-keyshortcuts="Control+Enter"
          rightSection={<Kbd quiet>Ctrl Enter</Kbd>}
        >
          {t('checks.toSigning')}
        </Button>
      </p>
    </Card>
  );
}
