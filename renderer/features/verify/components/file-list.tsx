import { type KeyboardEvent, memo, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { periodShort } from '#shared/i18n/period-words.ts';
import { shortUnitName } from '../../../app/unit-name.ts';
import { useFormat } from '../../../app/words.ts';
import { VERDICT_LOOK } from '../../../ui/verdict-look.ts';
import { embeddedReport } from '../model/embedded-report.ts';
import { type CheckedFile, removeFile, selectFile } from '../store.ts';
import css from '../verify.module.css';

/** The files checked, each with its verdict; ↑ and ↓ go through them, Delete takes one off. */
export function FileList({
  files,
  selected,
}: {
  readonly files: readonly CheckedFile[];
  readonly selected: number;
}) {
  const { t } = useTranslation('verifyScreen');
  const list = useRef<HTMLDivElement>(null);
  const focus = () =>
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus());
  const count = files.length;
  // Files were added: ↑ ↓ go through them at once.
  useEffect(() => {
    if (count > 0) list.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
  }, [count]);
  const onKeyDown = (event: KeyboardEvent) => {
    const to = { ArrowDown: selected + 1, ArrowUp: selected - 1, Home: 0, End: files.length - 1 }[event.key];
    if (to !== undefined) selectFile(to);
    else if (event.key === 'Delete') removeFile(selected);
    else return;
    event.preventDefault();
    focus();
  };
  return (
    <div ref={list} role="listbox" aria-label={t('list')} className={css.list} onKeyDown={onKeyDown}>
      {files.map((checked, at) => (
        <FileOption key={checked.file.token} checked={checked} at={at} selected={at === selected} />
      ))}
    </div>
  );
}

interface OptionProps {
  readonly checked: CheckedFile;
  readonly at: number;
  readonly selected: boolean;
}

/** One file. There may be a thousand: going through them draws the two that change, what is out of sight is not laid out. */
const FileOption = memo(function FileOption({ checked, at, selected }: OptionProps) {
  const { t } = useTranslation('verifyScreen');
  const { language } = useFormat();
  const { file, result } = checked;
  const look = result ? VERDICT_LOOK[result.verdict] : null;
  const report = result ? embeddedReport(result.report) : null;
  return (
    <button
      type="button"
      role="option"
      aria-selected={selected}
      tabIndex={selected ? 0 : -1}
      className={css.file}
      onClick={() => selectFile(at)}
    >
      <span className={css.mark} data-tone={look?.tone}>
        <span aria-hidden="true">{look?.mark ?? '…'}</span>
      </span>
      <span className={css.fileText}>
        <b title={file.name}>{file.name}</b>
        <span>
          <span data-tone={look?.tone}>
            {result ? t(`verdict.${result.verdict}`) : t('checking', { n: 1 })}
          </span>
          {report && ` · ${shortUnitName(report.unit.name)} · ${periodShort(report.period.id, language)}`}
        </span>
      </span>
    </button>
  );
});
