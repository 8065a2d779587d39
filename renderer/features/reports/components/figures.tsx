import { useTranslation } from 'react-i18next';
import type { DraftText, ReportDraft } from '#shared/ipc/contract/reports.ts';
import { useFormat } from '../../../app/words.ts';
import { Card } from '../../../ui/card.tsx';
import { FigureCells } from '../../../ui/figure-cells.tsx';
import css from '../reports.module.css';

interface Props {
  readonly draft: ReportDraft;
  readonly text: DraftText;
  onRemark(objective: string, remark: string): void;
}

/** The figures as they will be signed, and a remark on each objective. */
export function Figures({ draft, text, onRemark }: Props) {
  const { t } = useTranslation('reports');
  const format = useFormat();
  const texts = new Map(draft.objectives.map((objective) => [objective.id, objective]));
  return (
    <Card title={t('figures.title')}>
      <table className={css.figures}>
        <thead>
          <tr>
            <th>{t('figures.objective')}</th>
            <th className="num">{t('figures.percent')}</th>
            <th className="num">{t('figures.target')}</th>
            <th>{t('figures.verdict')}</th>
          </tr>
        </thead>
        <tbody>
          {draft.evaluation.objectives.map((result) => {
            const words = texts.get(result.id);
            return [
              <tr key={result.id}>
                <td>
                  <b>{result.id}</b> {words?.title[format.language]}
                  {words?.striven && <span className={css.tag}>{t('figures.striven')}</span>}
                  {(result.missingData ?? 0) > 0 && (
                    <span className={css.missing}>
                      {t('figures.missing', { n: format.count(result.missingData ?? 0) })}
                    </span>
                  )}
                </td>
                <FigureCells result={result} striven={words?.striven ?? false} />
              </tr>,
              <tr key={`${result.id} remark`} className={css.remarkRow}>
                <td colSpan={4}>
                  <textarea
                    className={css.remark}
                    rows={1}
                    aria-label={t('figures.remarkFor', { id: result.id })}
                    placeholder={`${t('figures.remark')}…`}
                    maxLength={1000}
                    value={text.remarks[result.id] ?? ''}
                    onChange={(event) => onRemark(result.id, event.currentTarget.value)}
                  />
                </td>
              </tr>,
            ];
          })}
        </tbody>
      </table>
    </Card>
  );
}
