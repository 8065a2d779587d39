import { Suspense, useEffect } from 'react';
import { I18nextProvider } from 'react-i18next';
import { keysToDialog } from './dialog-keys.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { Gate } from './gate.tsx';
import { keepFocus } from './keep-focus.ts';
import { milestone } from './milestone.ts';
import { Themed } from './themed.tsx';
import { words } from './words.ts';
import { WorkingLine } from './working-line.tsx';

/** The whole window. */
export function App() {
  useEffect(() => milestone('shell'), []);
  useEffect(keepFocus, []);
  useEffect(keysToDialog, []);
  return (
    <I18nextProvider i18n={words}>
      <Themed>
        <ErrorBoundary>
          <Suspense fallback={null}>
            <Gate />
            <WorkingLine />
          </Suspense>
        </ErrorBoundary>
      </Themed>
    </I18nextProvider>
  );
}
