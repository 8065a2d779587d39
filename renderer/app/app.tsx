import { Suspense, useEffect } from 'react';
import { I18nextProvider } from 'react-i18next';
import { ErrorBoundary } from './error-boundary.tsx';
import { Gate } from './gate.tsx';
import { milestone } from './milestone.ts';
import { Themed } from './themed.tsx';
import { words } from './words.ts';

/** The whole window. */
export function App() {
  useEffect(() => milestone('shell'), []);
  return (
    <I18nextProvider i18n={words}>
      <Themed>
        <ErrorBoundary>
          <Suspense fallback={null}>
            <Gate />
          </Suspense>
        </ErrorBoundary>
      </Themed>
    </I18nextProvider>
  );
}
