import { MantineProvider } from '@mantine/core';
import { Suspense, useEffect } from 'react';
import { I18nextProvider } from 'react-i18next';
import { theme } from '../ui/theme.ts';
import { styleNonce } from './csp-nonce.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { Gate } from './gate.tsx';
import { milestone } from './milestone.ts';
import { words } from './words.ts';

/** The whole window. */
export function App() {
  useEffect(() => milestone('shell'), []);
  return (
    <I18nextProvider i18n={words}>
      <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={styleNonce}>
        <ErrorBoundary>
          <Suspense fallback={null}>
            <Gate />
          </Suspense>
        </ErrorBoundary>
      </MantineProvider>
    </I18nextProvider>
  );
}
