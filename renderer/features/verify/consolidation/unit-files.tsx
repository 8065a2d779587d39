import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReceiverTable } from '#shared/ipc/contract/receiver.ts';
import { useFormat } from '../../../app/words.ts';
import { ToneBadge } from '../../../ui/verdict-badge.tsx';
import css from './consolidation.module.css';
import { FileDetails } from './file-details.tsx';
import type { UnitRow } from './model/flags.ts';
import { FILE_LOOK } from './model/look.ts';

/** The files of a unit with what became of each; the one chosen is opened below with its whole verdict and pages. */
export function UnitFiles({ table, unit }: { readonly table: ReceiverTable; readonly unit: UnitRow }) {
  const { t } = useTranslation(['gathering', 'receiver']);
  const format = useFormat();
  const files = unit.files.flatMap((at) => table.files[at] ?? []);
  const first = unit.counted === null ? 0 : Math.max(0, unit.files.indexOf(unit.counted));
  const [chosen, setChosen] = useState(first);
  const list = useRef<HTMLDivElement>(null);
  const file = files[chosen];
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const to = chosen + step;
    if (step === 0 || event.altKey || files[to] === undefined) return;
    event.preventDefault();
    setChosen(to);
    list.current?.querySelectorAll('button')[to]?.focus();
  };
  return (
    <section className={css.section}>
      <h3>{t('unit.files', { n: format.count(files.length) })}</h3>
      {file === undefined ? (
        <p className="dim">{t('unit.noFiles')}</p>
      ) : (
        <>
          <div
            ref={list}
            role="listbox"
            aria-label={t('unit.files', { n: format.count(files.length) })}
            className={css.fileList}
            onKeyDown={onKeyDown}
            tabIndex={-1}
          >
            {files.map((one, at) => (
              <button
                key={`${one.name} ${one.sha256}`}
                type="button"
                role="option"
                aria-selected={at === chosen}
                tabIndex={at === chosen ? 0 : -1}
                onClick={() => setChosen(at)}
              >
                <ToneBadge tone={FILE_LOOK[one.state].tone} mark={FILE_LOOK[one.state].mark}>
                  {t(`receiver:fileStates.${one.state}`)}
                </ToneBadge>
                <span title={one.name}>{one.name}</span>
                {one.revision !== null && (
                  <span className="dim">{`${t('columns.revision').toLowerCase()} ${one.revision}`}</span>
                )}
              </button>
            ))}
          </div>
          <FileDetails key={`${file.name} ${file.sha256}`} file={file} />
        </>
      )}
    </section>
  );
}
