import './ui/layers.css';
import './app/first-styles.ts';
import './fonts/inter.css';
import './ui/tokens.css';
import './ui/base.css';
import './ui/mantine.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { shareStyleNonce } from './app/csp-nonce.ts';
import { heldKeysStay } from './app/held-keys.ts';
import { warmOverview } from './app/routes.tsx';
import { followNews, loadSession } from './app/session.ts';

// The question to the program goes out before React draws anything: both take their time at once.
shareStyleNonce();
// Before all others that listen at the window.
heldKeysStay();
followNews();
void loadSession();
void warmOverview();

const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
