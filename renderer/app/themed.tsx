import { createTheme, MantineProvider, mergeThemeOverrides } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { theme } from '../ui/theme.ts';
import { styleNonce } from './csp-nonce.ts';

/** The look of the window, and in its language the one label that a control of the library brings in English. */
export function Themed({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('common');
  const label = t('action.showTyped');
  const named = useMemo(
    () =>
      mergeThemeOverrides(
        theme,
        createTheme({
          components: {
            PasswordInput: {
              defaultProps: { size: 'xs', visibilityToggleButtonProps: { 'aria-label': label } },
            },
          },
        }),
      ),
    [label],
  );
  return (
    <MantineProvider theme={named} defaultColorScheme="auto" getStyleNonce={styleNonce}>
      {children}
    </MantineProvider>
  );
}
