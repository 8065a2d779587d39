import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../app/bridge.ts';
import { useForgottenOnLeaving, useKept } from '../../../app/kept.ts';
import { longWork } from '../../../app/long-work.ts';
import { useDeed } from '../../../app/use-deed.ts';
import { Card } from '../../../ui/card.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { Kbd } from '../../../ui/kbd.tsx';
import type { Answer, Query } from './answer.ts';
import { placeKey } from './found-table.tsx';
import { PersonResult } from './person-result.tsx';
import classes from './privacy.module.css';
import { RetentionCard } from './retention-card.tsx';
import { usePrivacyKeys } from './use-privacy-keys.ts';

const NOTHING: ReadonlySet<string> = new Set();

const given = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** Cài đặt → Dữ liệu cá nhân: one citizen's data found, given out, corrected, anonymised; how long it is kept. */
export function PrivacySection() {
  const { t } = useTranslation('privacy');
  // Kept while somebody else works, and forgotten when the section is left: nobody's data stays on a screen by itself.
  useForgottenOnLeaving('settings.privacy');
  const [number, setNumber] = useKept('settings.privacy.number', '');
  const [name, setName] = useKept('settings.privacy.name', '');
  const [phone, setPhone] = useKept('settings.privacy.phone', '');
  const [answer, setAnswer] = useKept<Answer | null>('settings.privacy.answer', null);
  const [chosen, setChosen] = useKept<ReadonlySet<string>>('settings.privacy.chosen', NOTHING);
  const first = useRef<HTMLInputElement>(null);
  const toSearch = () => first.current?.select();
  usePrivacyKeys({ '/': toSearch, 'Control+f': toSearch });
  const { busy, fault, run } = useDeed();
  const search = (query: Query) =>
    run(async () => {
      const found = await longWork(t('find.working'), (task) => call('privacy.find', { query, task }));
      setAnswer({ ...found, query });
      setChosen(new Set(found.finds.filter(({ taken }) => taken).map(placeKey)));
    });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void search({ number: given(number), name: given(name), phone: given(phone) });
  };
  const wrong = (field: keyof Query): string | null => {
    const code = fault?.fieldErrors?.[field];
    return code === undefined ? null : t(code === 'REQUIRED' ? 'find.missing' : 'find.short');
  };
  return (
    <div className={classes.stack}>
      <Card title={t('find.title')} padded>
        <p className={classes.text}>{t('find.text')}</p>
        {fault && fault.fieldErrors === null ? <ErrorNotice fault={fault} /> : null}
        <form className={classes.form} noValidate onSubmit={submit}>
          <TextInput
            ref={first}
            label={t('find.number')}
            rightSection={<Kbd quiet>/</Kbd>}
            aria-keyshortcuts="/"
            value={number}
            maxLength={30}
            onChange={(event) => setNumber(event.currentTarget.value)}
            error={wrong('number')}
          />
          <TextInput
            label={t('find.name')}
            value={name}
            maxLength={200}
            onChange={(event) => setName(event.currentTarget.value)}
            error={wrong('name')}
          />
          <TextInput
            label={t('find.phone')}
            placeholder={t('find.phoneNote')}
            value={phone}
            maxLength={30}
            onChange={(event) => setPhone(event.currentTarget.value)}
            error={wrong('phone')}
          />
          <Button type="submit" loading={busy} rightSection={<Kbd quiet>Enter</Kbd>}>
            {t('find.button')}
          </Button>
        </form>
      </Card>
      {answer ? (
        <PersonResult
          answer={answer}
          chosen={chosen}
          onChoose={setChosen}
          onChanged={() => void search(answer.query)}
        />
      ) : null}
      <RetentionCard />
    </div>
  );
}
