import type { Catalogue } from '../catalogue.ts';
import type { causes as vi } from '../vi/causes.ts';

export const causes: Catalogue<typeof vi> = {
  early: 'Before the due date',
  'on-time': 'On the due date',
  'no-due': 'No due date recorded, taken as on time',
  late: 'After the due date',
  'inside-time': 'Pending and inside time',
  'clock-stopped': 'Waiting for a supplement or payment, or suspended: taken as inside time',
  overdue: 'Pending and overdue',
  online: 'Submitted online',
  'not-online': 'Submitted in person or by post',
  'channel-unknown': 'No channel recorded, taken as in person',
  'in-software': 'Kept in the one-stop software',
  'not-in-software': 'Not in the one-stop software',
  'paper-matches': 'Paper matches the system',
  'paper-differs': 'Paper does not match the system',
  digitised: 'Digitised',
  'online-components-unknown': 'Submitted online, so the components are electronic',
  'not-digitised': 'Not digitised',
  'not-required': 'Nothing to digitise',
  'no-document-issued': 'The procedure issues no document',
  refused: 'Refused',
  withdrawn: 'Withdrawn by the applicant',
  stopped: 'Stopped',
  'unknown-as-no': 'Not recorded, taken as no',
};
