import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigation } from '../../../app/navigation.ts';
import { useQuery } from '../../../app/use-query.ts';
import { PagePreview } from '../../../printing/page-preview.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { VerdictDetails } from '../components/verdict-details.tsx';
import css from './consolidation.module.css';
import type { FileRow } from './model/flags.ts';
import { check, useGathering } from './store.ts';

/**
 * One file of the table, opened: the verdict in full, or its pages. What can be done with a report (trusting its
 * signer, answering it) stands in `VerdictDetails`, which gets the file as one that other calls can name.
 */
export function FileDetails({ file }: { readonly file: FileRow }) {
  const { t } = useTranslation('gathering');
  const sources = useGathering((view) => view.sources);
  const period = useNavigation((navigation) => navigation.period);
  const [shows, setShows] = useState<'details' | 'pages'>('details');
  const opened = useQuery(
    'receiver.file',
    sources.length === 0
      ? null
      : { files: sources.map(({ token }) => token), name: file.name, sha256: file.sha256 },
    ['reports'],
  );
  const found = opened.data;
  return (
    <div className={css.opened} aria-busy={opened.loading}>
      <SegmentedControl
        size="xs"
        aria-label={file.name}
        value={shows}
        onChange={(value) => setShows(value as 'details' | 'pages')}
        data={[
          { value: 'details', label: t('unit.details') },
          { value: 'pages', label: t('unit.pages') },
        ]}
      />
      {opened.fault && <ErrorNotice fault={opened.fault} onRetry={opened.refresh} />}
      {!found && !opened.fault && <p className="dim">{t('unit.opening')}</p>}
      {found && shows === 'details' && (
        <>
          {found.file === null && <p className="dim">{t('unit.inZip')}</p>}
          <VerdictDetails
            checked={{ file: found.file ?? { token: '', name: file.name, size: 0 }, result: found.result }}
            nameable={found.file !== null}
            onTrusted={() => {
              opened.refresh();
              if (period !== null) void check(period, true);
            }}
          />
        </>
      )}
      {found && shows === 'pages' && found.pdf === null && <p className="dim">{t('unit.noPages')}</p>}
      {found?.pdf && shows === 'pages' && (
        <div className={css.pages}>
          <PagePreview
            pdf={found.pdf}
            label={t('unit.page')}
            final
            loading={opened.loading}
            fault={null}
            onRetry={opened.refresh}
          />
        </div>
      )}
    </div>
  );
}
