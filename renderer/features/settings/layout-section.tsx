import { Button, Checkbox, Radio, Stack, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  LAYOUT_BOUNDS,
  type PaperLayout,
  PLAIN_LAYOUT,
  SIGNATURE_FIELDS,
} from '#shared/report/paper-layout.ts';
import { useQuery } from '../../app/use-query.ts';
import { PagePreview } from '../../printing/page-preview.tsx';
import { Card } from '../../ui/card.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import css from './layout.module.css';
import { MillimetreField } from './millimetre-field.tsx';
import classes from './settings.module.css';
import { useSettings } from './use-settings.ts';

/** Diameter that is proposed for a seal. */
const USUAL_SEAL = 36;
/** Quiet time after a key before the page is drawn again. */
const WAIT_MS = 250;

/** How papers are laid out, beside a page that shows it while it is chosen. */
export function LayoutSection() {
  const { t } = useTranslation('paperLayout');
  const { settings, loadFault, saveFault, save, refresh } = useSettings();
  const stored = settings?.profile.layout ?? PLAIN_LAYOUT;
  const [chosen, setLayout] = useState(stored);
  /** The text above the unit's name while it is typed; null: as it was chosen. */
  const [typed, setTyped] = useState<string | null>(null);
  const layout = useMemo(
    () => (typed === null ? chosen : { ...chosen, superior: { ...chosen.superior, text: typed || null } }),
    [chosen, typed],
  );
  const mark = JSON.stringify(stored);
  // What another window or an undo saved is shown here too.
  useEffect(() => setLayout(JSON.parse(mark) as PaperLayout), [mark]);
  const sample = useSample(settings === null ? null : layout);
  if (loadFault) return <ErrorNotice fault={loadFault} onRetry={refresh} />;
  if (!settings) return null;
  const { superior, signatureRoom, signatureField, seal } = layout;

  const keep = (next: PaperLayout) => {
    setLayout(next);
    setTyped(null);
    void save((now) =>
      JSON.stringify(next) === JSON.stringify(now.profile.layout ?? PLAIN_LAYOUT)
        ? now
        : { ...now, profile: { ...now.profile, layout: next } },
    );
  };
  const text = (superior.text ?? '').trim();
  return (
    <div className={css.columns}>
      <div className={css.form}>
        {saveFault ? <ErrorNotice fault={saveFault} /> : null}
        <Card title={t('superior')} padded>
          <Stack gap={10}>
            <Checkbox
              label={t('printed')}
              checked={superior.printed}
              onChange={(event) =>
                keep({ ...layout, superior: { ...superior, printed: event.currentTarget.checked } })
              }
            />
            <TextInput
              label={t('text')}
              description={t('textHint')}
              placeholder={settings.profile.unit.superior ?? t('none')}
              maxLength={200}
              disabled={!superior.printed}
              value={superior.text ?? ''}
              onChange={(event) => setTyped(event.currentTarget.value)}
              onBlur={() => keep({ ...layout, superior: { ...superior, text: text === '' ? null : text } })}
            />
          </Stack>
        </Card>
        <Card title={t('signature')} padded>
          <Stack gap={12}>
            <MillimetreField
              label={t('room')}
              description={t('roomHint', { ...LAYOUT_BOUNDS.signatureRoom })}
              bounds={LAYOUT_BOUNDS.signatureRoom}
              value={signatureRoom}
              onChange={(value) => keep({ ...layout, signatureRoom: value })}
            />
            <Radio.Group
              label={t('field')}
              value={signatureField}
              onChange={(value) =>
                keep({ ...layout, signatureField: value as PaperLayout['signatureField'] })
              }
            >
              <Stack gap={8} mt={6}>
                {SIGNATURE_FIELDS.map((one) => (
                  <Radio
                    key={one}
                    value={one}
                    label={t(`fields.${one}`)}
                    description={t(`fields.${one}Hint`)}
                  />
                ))}
              </Stack>
            </Radio.Group>
          </Stack>
        </Card>
        <Card title={t('sealTitle')} padded>
          <Stack gap={10}>
            <Checkbox
              label={t('seal')}
              checked={seal !== null}
              onChange={(event) => keep({ ...layout, seal: event.currentTarget.checked ? USUAL_SEAL : null })}
            />
            <MillimetreField
              label={t('diameter')}
              description={t('diameterHint')}
              bounds={LAYOUT_BOUNDS.seal}
              disabled={seal === null}
              value={seal ?? USUAL_SEAL}
              onChange={(value) => keep({ ...layout, seal: value })}
            />
          </Stack>
        </Card>
        <div className={classes.buttons}>
          <Button
            variant="default"
            disabled={JSON.stringify(layout) === JSON.stringify(PLAIN_LAYOUT)}
            onClick={() => keep(PLAIN_LAYOUT)}
          >
            {t('plain')}
          </Button>
        </div>
      </div>
      <PagePreview label={t('preview')} {...sample} />
    </div>
  );
}

/** The sample page of a layout; the last one stays while the next is drawn. */
function useSample(layout: PaperLayout | null) {
  const [asked] = useDebouncedValue(layout, WAIT_MS);
  const { superior } = asked ?? PLAIN_LAYOUT;
  const text = superior.text?.trim() || null;
  const query = useQuery(
    'settings.layoutSample',
    asked && { layout: { ...asked, superior: { ...superior, text } } },
    ['settings'],
  );
  const [pdf, setPdf] = useState<Uint8Array | null>(null);
  useEffect(() => {
    if (query.data) setPdf(query.data.pdf);
  }, [query.data]);
  return { pdf, loading: query.loading || asked !== layout, fault: query.fault, onRetry: query.refresh };
}
