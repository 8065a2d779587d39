import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../app/bridge.ts';
import { useDeed } from '../../../app/use-deed.ts';
import { Card } from '../../../ui/card.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import type { Answer, Query } from './answer.ts';
import { placeKey } from './found-table.tsx';
import { PersonResult } from './person-result.tsx';
import classes from './privacy.module.css';
import { RetentionCard } from './retention-card.tsx';

const given = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** Cài đặt → Dữ liệu cá nhân: one citizen's data found, given out, corrected, anonymised; how long it is kept. */
export function PrivacySection() {
  const { t } = useTranslation('privacy');
  const [number, setNumber] = useState('');
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { busy, fault, run } = useDeed();
  const search = (query: Query) =>
    run(async () => {
      const found = await call('privacy.find', { query });
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
            label={t('find.number')}
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
          <Button type="submit" loading={busy}>
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
