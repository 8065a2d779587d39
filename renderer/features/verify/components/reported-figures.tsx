import { useTranslation } from 'react-i18next';
import type { ObjectiveResult } from '#shared/domain/evaluation.ts';
import { useFormat } from '../../../app/words.ts';
import { Figure } from '../../../ui/figure.tsx';
import { VerdictBadge } from '../../../ui/verdict-badge.tsx';
import css from '../verify.module.css';

const OPS = { '>=': '≥', '>': '>', '=': '=' } as const;

interface Props {
  readonly objectives: readonly (ObjectiveResult & { readonly title: string; readonly striven: boolean })[];
  /** What stands above the table; of a report its own words. */
  readonly title?: string;
}

/** The objectives as the file reports them. */
export function ReportedFigures({ objectives, title }: Props) {
  const { t } = useTranslation('verifyScreen');
  const { t: words } = useTranslation('reports');
  const format = useFormat();
  return (
    <div className={css.figures}>
      <h3>{title ?? t('objectives')}</h3>
      <table>
        <thead>
          <tr>
            <th>{words('figures.objective')}</th>
            <th className="num">{words('figures.percent')}</th>
            <th className="num">{words('figures.target')}</th>
            <th>{words('figures.verdict')}</th>
          </tr>
        </thead>
        <tbody>
          {objectives.map((objective) => (
            <tr key={objective.id}>
              <td>
                <b>{objective.id}</b> {objective.title}
              </td>
              <td className="num">
                <Figure
                  percent={objective.percent}
                  numerator={objective.numerator}
                  denominator={objective.denominator}
                />
              </td>
              <td className="num dim">
                {OPS[objective.threshold.op]} {format.basisPoints(objective.threshold.basisPoints)}
              </td>
              <td>
                <VerdictBadge
                  verdict={objective.verdict}
                  shortBy={objective.shortBy}
                  striven={objective.striven}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
