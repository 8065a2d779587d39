import { Component, type ErrorInfo, type ReactNode } from 'react';
import { words } from './words.ts';

interface Props {
  readonly children: ReactNode;
  /** A change of it (another screen) gives the children a new chance. */
  readonly resetKey?: string;
}

/** Catches a fault of drawing, so that one broken screen does not take the window with it. */
export class ErrorBoundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override componentDidUpdate(before: Props): void {
    if (this.state.failed && before.resetKey !== this.props.resetKey) this.setState({ failed: false });
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    // The console is the page's only log; main does not read texts from the page.
    console.error(error, info.componentStack);
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <div role="alert" style={{ padding: 28, maxWidth: 620 }}>
        <h1 style={{ fontSize: 'var(--text-lg)' }}>{words.t('common:crash.title')}</h1>
        <p>{words.t('common:crash.text')}</p>
        <button type="button" onClick={() => location.reload()}>
          {words.t('common:crash.reload')}
        </button>
      </div>
    );
  }
}
