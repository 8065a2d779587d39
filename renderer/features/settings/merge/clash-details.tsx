import { Button, Radio, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MergeClash, MergePlanAnswer, MergeRequest } from '#shared/ipc/contract/merge.ts';
import { useQuery } from '../../../app/use-query.ts';
import { Kbd } from '../../../ui/kbd.tsx';
import { useLabels } from '../privacy/use-labels.ts';
import classes from './merge.module.css';
import { useJoining } from './store.ts';
import { optionsOf, type WayOption, wayText } from './way-options.ts';

interface Props {
  readonly clash: MergeClash;
  readonly books: MergePlanAnswer['books'];
  readonly request: MergeRequest;
  readonly onChoose: (option: WayOption) => void;
  readonly onEverywhere: () => void;
}

/** One clash: how it can be joined, the codes its records get, and where they differ. */
export function ClashDetails({ clash, books, request, onChoose, onEverywhere }: Props) {
  const { t } = useTranslation('merge');
  const labels = useLabels();
  const { data } = useQuery('merge.clash', { request, clash: clash.id });
  const options = optionsOf(clash);
  const chosen = options.findIndex(
    ({ way, book }) => way === clash.way && (way !== 'keep' || book === clash.book),
  );
  return (
    <section className={classes.column} aria-label={clash.title}>
      <Radio.Group
        label={clash.title}
        value={String(chosen)}
        onChange={(value) => {
          const option = options[Number(value)];
          if (option) onChoose(option);
        }}
      >
        <div className={classes.ways}>
          {options.map((option, at) => (
            <span className={classes.way} key={`${option.way} ${option.book}`}>
              <Radio value={String(at)} label={wayText(option, books, t)} />
              <Kbd quiet>{at + 1}</Kbd>
            </span>
          ))}
        </div>
      </Radio.Group>
      {clash.way === 'both' ? (
        <div className={classes.codes}>
          {clash.members.slice(1).map(({ book, mark }) => (
            <CodeField
              key={`${clash.id} ${book} ${mark}`}
              clash={clash}
              book={book}
              mark={mark}
              name={books[book]?.name ?? ''}
            />
          ))}
        </div>
      ) : null}
      <div>
        <Button variant="default" size="compact-sm" rightSection={<Kbd quiet>A</Kbd>} onClick={onEverywhere}>
          {t('clashes.every')}
        </Button>
      </div>
      {data && data.fields.length === 0 ? <p className="dim">{t('clashes.same')}</p> : null}
      {data && data.fields.length > 0 ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
        <div className={classes.tableBox} tabIndex={0} role="group" aria-label={t('clashes.side')}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th>{t('clashes.side')}</th>
                {clash.members.map(({ book }) => (
                  <th key={book}>{books[book]?.name}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {data.fields.map(({ field, values }) => (
                <tr key={field}>
                  <td>{labels.field(clash.ledger, field)}</td>
                  {values.map((value, at) => (
                    <td key={clash.members[at]?.book}>{value ?? '–'}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </section>
  );
}

/** The code that one of the records gets; kept when the field is left. */
function CodeField({
  clash,
  book,
  mark,
  name,
}: {
  readonly clash: MergeClash;
  readonly book: number;
  readonly mark: string;
  readonly name: string;
}) {
  const { t } = useTranslation('merge');
  const save = (typed: string): void => {
    if (typed.trim() === mark) return;
    useJoining.setState(({ choices }) => {
      const codes = { ...choices[clash.id]?.codes, [String(book)]: typed.trim() };
      return { choices: { ...choices, [clash.id]: { way: 'both', codes } } };
    });
  };
  return (
    <TextInput
      label={`${t('clashes.newCode')}: ${name}`}
      defaultValue={mark}
      maxLength={1000}
      onBlur={(event) => save(event.currentTarget.value)}
    />
  );
}
