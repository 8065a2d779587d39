import { useTranslation } from 'react-i18next';
import { Kbd } from '../../../ui/kbd.tsx';
import { LinkButton } from '../../../ui/link-button.tsx';
import type { Numbers } from '../hooks/use-numbers.ts';

/** Shows or hides the ID number beside it (Ctrl+H); nothing for whoever may not see it. */
export function NumbersButton({ shown, toggle }: Numbers) {
  const { t } = useTranslation('dossiers');
  if (toggle === null) return null;
  return (
    <>
      <LinkButton
        onClick={toggle}
        // In a form Tab goes from field to field; the key works everywhere.
        tabIndex={-1}
        aria-keyshortcuts="Control+H"
        title={t('numbers.logged')}
      >
        {t(shown === null ? 'numbers.show' : 'numbers.hide')}
      </LinkButton>{' '}
      <Kbd quiet>Ctrl H</Kbd>
    </>
  );
}
