import { useTranslation } from 'react-i18next';
import type { Inspection } from '#shared/ipc/contract/imports.ts';
import css from '../imports.module.css';
import { type ColumnFields, columnLetter, sureness } from '../model/mapping.ts';

const MARK = { sure: '✓', likely: '?', unsure: '▲', byHand: '✎' } as const;
/** Rows shown under the header. */
const SAMPLE_ROWS = 8;

interface Props {
  readonly inspection: Inspection;
  readonly fields: ColumnFields;
  readonly byHand: boolean;
  readonly choices: readonly { readonly field: string; readonly required: boolean; readonly name: string }[];
  onField(index: number, field: string): void;
}

/** The file's own first rows; over each column stands what it is taken for. */
export function FirstRows({ inspection, fields, byHand, choices, onField }: Props) {
  const { t } = useTranslation('imports');
  const { headerRow } = inspection;
  const rows = inspection.firstRows
    .map((cells, at) => ({ number: at + 1, cells, title: at + 1 < headerRow ? titleOf(cells) : null }))
    .slice(0, Math.max(headerRow, 1) + SAMPLE_ROWS);
  return (
    <div className={css.sheet} role="region" aria-label={t('mapping.table')}>
      <table>
        <thead>
          <tr>
            <td className={css.rowNumber} />
            {inspection.columns.map((column) => {
              const field = fields.get(column.index) ?? '';
              const sure = byHand ? 'byHand' : sureness(column.confidence);
              const heading =
                column.headings.at(-1) || t('mapping.column', { letter: columnLetter(column.index) });
              return (
                <th
                  key={column.index}
                  scope="col"
                  data-mapped={field !== '' || undefined}
                  data-sure={field === '' ? undefined : sure}
                >
                  <div className={css.fieldChoice}>
                    {field !== '' && (
                      <span className={css.sure} title={t(`mapping.${sure}`)}>
                        <span aria-hidden="true">{MARK[sure]}</span>
                        <span className="sr-only">{t(`mapping.${sure}`)}</span>
                      </span>
                    )}
                    <select
                      aria-label={t('mapping.columnField', { heading })}
                      value={field}
                      onChange={(event) => onField(column.index, event.currentTarget.value)}
                    >
                      <option value="">{t('mapping.skip')}</option>
                      {choices.map((choice) => (
                        <option key={choice.field} value={choice.field}>
                          {choice.name}
                          {choice.required ? ' *' : ''}
                        </option>
                      ))}
                    </select>
                  </div>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr
              key={row.number}
              data-kind={row.number === headerRow ? 'header' : row.number < headerRow ? 'above' : undefined}
            >
              <td className={css.rowNumber}>{row.number}</td>
              {row.title !== null && <td colSpan={Math.max(1, inspection.columns.length)}>{row.title}</td>}
              {row.title === null &&
                inspection.columns.map((column) => (
                  <td
                    key={column.index}
                    data-mapped={fields.has(column.index) || undefined}
                    data-code={fields.get(column.index) === 'code' || undefined}
                    title={row.cells[column.index] ?? undefined}
                  >
                    {row.cells[column.index] ?? ''}
                  </td>
                ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The text of a title row: the only one in its row. */
function titleOf(cells: readonly (string | null)[]): string | null {
  const filled = cells.filter((cell) => cell !== null && cell !== '');
  return filled.length === 1 ? (filled[0] ?? null) : null;
}
