import './all-styles.ts';
import { Button, Modal, Stack, Textarea } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FLOW_NAME } from '#shared/domain/closing/figures.ts';
import { periodTitle } from '#shared/i18n/period-words.ts';
import { Kbd } from '../ui/kbd.tsx';
import { hideDone, showDone } from '../ui/toast.tsx';
import { type ClosedQuestion, useClosedQuestion, useMayCorrect } from './closed-reason.ts';
import { forgetKept, useKept } from './kept.ts';
import { useSession } from './session.ts';
import { useQuery } from './use-query.ts';
import { useFormat } from './words.ts';

/** "Kỳ báo cáo đã ký": which signed figures a deed would change, and the reason without which it is not done. */
export default function ClosedReasonDialog() {
  const question = useClosedQuestion((asked) => asked.question);
  return question && <Question key={`${question.period} ${question.figures.join()}`} question={question} />;
}

function Question({ question }: { readonly question: ClosedQuestion }) {
  const { t } = useTranslation(['closing', 'common']);
  const { language } = useFormat();
  const app = useSession((session) => session.app);
  const last = useClosedQuestion((asked) => asked.last);
  // Who had to leave in the middle finds it at the next question about that period.
  const kept = `closing.${question.period}`;
  const [reason, setReason] = useKept(kept, question.reason);
  const [busy, setBusy] = useState(false);
  const may = useMayCorrect();
  const allowed = (app?.users ?? []).flatMap(({ name, role }) =>
    role === 'head' || role === 'chairman' ? [{ name, role }] : [],
  );

  const leave = () => {
    if (busy) return;
    forgetKept(kept);
    question.giveUp();
    showDone(t('closing:kept'));
  };
  const goOn = () => {
    const given = reason.trim();
    if (busy || given === '') return;
    setBusy(true);
    // "Nothing was changed" of an earlier try holds no longer.
    hideDone();
    void question.answer(given).finally(() => {
      forgetKept(kept);
      setBusy(false);
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.key !== 'Enter') return;
    // The form behind saves by the same keys.
    event.preventDefault();
    event.stopPropagation();
    goOn();
  };

  return (
    <Modal
      opened
      onClose={leave}
      title={t('closing:title')}
      size={560}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      <Stack gap={10} onKeyDown={onKeyDown}>
        <p style={{ margin: 0 }}>
          {t(question.figures.some(isSetting) ? 'closing:leadSettings' : 'closing:lead', {
            period: periodTitle(question.period, language),
          })}
        </p>
        <Figures period={question.period} figures={question.figures} />
        {may ? (
          <>
            <Textarea
              data-autofocus
              label={t('closing:reason')}
              description={t('closing:reasonHint')}
              required
              autosize
              minRows={2}
              maxRows={5}
              maxLength={500}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
            {last !== '' && last !== reason && (
              <Button
                variant="subtle"
                size="compact-sm"
                style={{ alignSelf: 'flex-start', maxWidth: '100%' }}
                onClick={() => setReason(last)}
              >
                {t('closing:reuse', { reason: last })}
              </Button>
            )}
          </>
        ) : (
          <>
            <p style={{ margin: 0 }}>{t('closing:notYours')}</p>
            {allowed.length > 0 && (
              <p style={{ margin: 0 }}>
                {t('closing:ask', {
                  names: allowed.map(({ name, role }) => `${name} (${t(`common:role.${role}`)})`).join(', '),
                })}
              </p>
            )}
          </>
        )}
        <div style={{ display: 'flex', flexWrap: 'wrap', gap: 10 }}>
          {may && (
            <Button
              loading={busy}
              disabled={reason.trim() === ''}
              onClick={goOn}
              aria-keyshortcuts="Control+Enter"
              rightSection={<Kbd quiet>Ctrl Enter</Kbd>}
            >
              {t('closing:goOn')}
            </Button>
          )}
          <Button
            variant={may ? 'default' : 'filled'}
            data-autofocus={may ? undefined : true}
            disabled={busy}
            onClick={leave}
            aria-keyshortcuts="Escape"
            rightSection={<Kbd quiet={!may}>Esc</Kbd>}
          >
            {t(may ? 'closing:back' : 'closing:understood')}
          </Button>
        </div>
      </Stack>
    </Modal>
  );
}

/** Settings that signed reports rest on (`settings.save`). */
const SETTINGS = ['periodScheme', 'unitKind', 'unitCode'] as const;

function isSetting(name: string): name is (typeof SETTINGS)[number] {
  return (SETTINGS as readonly string[]).includes(name);
}

/** The figures in words: objectives by number and name, the flow table by what it shows. */
function Figures({ period, figures }: { readonly period: string; readonly figures: readonly string[] }) {
  const { t } = useTranslation('closing');
  const { language } = useFormat();
  const set = useQuery('evaluation.targetSet', { period });
  const say = (id: string): string => {
    if (id === FLOW_NAME) return t('flow');
    if (isSetting(id)) return t(`setting.${id}`);
    const title = set.data?.objectives.find((one) => one.id === id)?.title[language];
    return title === undefined ? t('objective', { id }) : t('objectiveTitled', { id, title });
  };
  return (
    <ul style={{ margin: 0, paddingLeft: 20, maxHeight: 180, overflow: 'auto' }}>
      {figures.map((id) => (
        <li key={id}>{say(id)}</li>
      ))}
    </ul>
  );
}
