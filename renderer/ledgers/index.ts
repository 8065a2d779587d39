// What screens use of ledgers: a whole view, and the words of ledgers, fields and values.
export { LedgerView } from './components/ledger-view.tsx';
export { ObjectiveLine } from './components/objective-line.tsx';
export { useFieldOptions } from './hooks/use-field-options.ts';
export { useLedgerWords } from './words.ts';
