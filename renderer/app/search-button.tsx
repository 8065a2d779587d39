import { useTranslation } from 'react-i18next';
import { Kbd } from '../ui/kbd.tsx';
import classes from './header.module.css';
import { askPalette } from './navigation.ts';

/** Looks like a field, opens the palette. */
export function SearchButton() {
  const { t } = useTranslation('common');
  return (
    <button type="button" className={classes.search} aria-keyshortcuts="Control+K" onClick={askPalette}>
      <span>{t('search.button')}</span>
      <Kbd>Ctrl K</Kbd>
    </button>
  );
}
