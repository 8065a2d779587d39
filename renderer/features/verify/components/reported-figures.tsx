import { useTranslation } from 'react-i18next';
import type { ObjectiveResult } from '#shared/domain/evaluation.ts';
import { FigureCells } from '../../../ui/figure-cells.tsx';
import css from '../verify.module.css';

interface Props {
  readonly objectives: readonly (ObjectiveResult & { readonly title: string; readonly striven: boolean })[];
  /** What stands above the table; of a report its own words. */
  readonly title?: string;
}

/** The objectives as the file reports them. */
export function ReportedFigures({ objectives, title }: Props) {
  const { t } = useTranslation('verifyScreen');
  const { t: words } = useTranslation('reports');
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
              <FigureCells result={objective} striven={objective.striven} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
