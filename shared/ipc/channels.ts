/** Names of the messages between page and main process; the calls of the contract travel inside the first. */
export const CALL_CHANNEL = 'scl:call';
export const DROPPED_CHANNEL = 'scl:dropped';
export const NOTICE_CHANNEL = 'scl:notice';
