import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/words.ts';
import { saveBadRows } from '../actions.ts';
import { bareName } from '../model/mapping.ts';
import { useImportView } from '../store.ts';

/** Saves the bad rows as a workbook with a reason column, to be corrected and dropped back. */
export function SaveBadRows({ file }: { readonly file: string }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const busy = useImportView((view) => view.busy);
  const [saved, setSaved] = useState<{ rows: number; name: string } | null>(null);
  return (
    <>
      <Button
        variant="default"
        size="compact-sm"
        disabled={busy !== null}
        onClick={async () => {
          const done = await saveBadRows(t('preview.badFileName', { name: bareName(file) }));
          if (done) setSaved(done);
        }}
      >
        {t('preview.saveBad')}
      </Button>
      <span role="status" className="met">
        {saved && ` ✓ ${t('preview.badSaved', { n: format.count(saved.rows), name: saved.name })}`}
      </span>
    </>
  );
}
