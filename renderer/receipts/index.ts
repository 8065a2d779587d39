// What screens use of answers to reports.
export { ReasonList } from './reason-list.tsx';
export { takeReceipts } from './take-receipts.ts';
export { TakenNotice } from './taken-notice.tsx';
export { useWhereWords } from './use-where-words.ts';
