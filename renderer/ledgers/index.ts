// What screens use of ledgers: a whole view, and the words of ledgers, fields and values.
export { LedgerView } from './components/ledger-view.tsx';
export { ObjectiveLine } from './components/objective-line.tsx';
export { useLedgerWords } from './words.ts';
