import { useTranslation } from 'react-i18next';
import classes from './parts.module.css';

/** "Đã lưu 09:41": the last write that the program acknowledged. Read out politely when it changes. */
export function SaveState({ savedAt }: { savedAt: string | null }) {
  const { t } = useTranslation('common');
  return (
    <span className={classes.saved} role="status">
      {savedAt === null ? t('saved.nothingYet') : t('saved.at', { time: savedAt })}
    </span>
  );
}
