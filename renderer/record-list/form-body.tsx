import { Button, TextInput } from '@mantine/core';
import type { ReactNode, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallFault } from '../app/bridge.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { Across, Notice } from './notice.tsx';
import css from './pane.module.css';

interface Props {
  readonly element: RefObject<HTMLFormElement | null>;
  readonly fault: CallFault | null;
  /** Said when somebody else changed the record meanwhile. */
  readonly changed: string;
  onReload(): void;
  onKeepMine(): void;
  /** Why a known record is changed; null for a new one. */
  readonly reason: string | null;
  onReason(reason: string): void;
  /** What the guide calls it (renderer/help). */
  readonly help?: string;
  readonly children: ReactNode;
}

/** The fields of a form in two columns; above them why saving did not work, below them why the record is changed. */
export function FormBody(props: Props) {
  const { t } = useTranslation('recordList');
  return (
    <form
      ref={props.element}
      className={css.form}
      data-help={props.help}
      noValidate
      onSubmit={(event) => event.preventDefault()}
    >
      {props.fault && <FormFault {...props} fault={props.fault} />}
      {props.children}
      {props.reason !== null && (
        <TextInput
          className={css.full ?? ''}
          label={t('form.reason')}
          description={t('form.reasonHint')}
          value={props.reason}
          maxLength={500}
          onChange={(event) => props.onReason(event.currentTarget.value)}
        />
      )}
    </form>
  );
}

/** Why saving did not work; where somebody else changed the record meanwhile, the two ways on. */
function FormFault({
  fault,
  changed,
  onReload,
  onKeepMine,
}: Pick<Props, 'changed' | 'onReload' | 'onKeepMine'> & { readonly fault: CallFault }) {
  const { t } = useTranslation('recordList');
  if (fault.code !== 'RECORD_CHANGED')
    return (
      <Across>
        <ErrorNotice fault={fault} />
      </Across>
    );
  return (
    <Notice>
      {changed}
      <div className={css.noticeActions}>
        <Button variant="default" size="compact-sm" onClick={onReload}>
          {t('form.reload')}
        </Button>
        <Button variant="default" size="compact-sm" onClick={onKeepMine}>
          {t('form.keepMine')}
        </Button>
      </div>
    </Notice>
  );
}
