import type { Catalogue } from '../catalogue.ts';
import type { targetsPaper as vi } from '../vi/targetsPaper.ts';

/** Words of the plan and of the signing list in English; the pages themselves are printed in Vietnamese. */
export const targetsPaper: Catalogue<typeof vi> = {
  plan: {
    title: 'PLAN',
    subject: 'For reaching the quality objectives of {{period}}',
    numberBlank: 'No.:\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0/KH-UBND',
    introduction:
      'In accordance with Decision {{number}} of {{date}} by {{issuer}} on quality objectives, {{unit}} makes this plan for reaching the quality objectives of {{period}} (from {{from}} to {{to}} inclusive):',
    introductionOwn:
      'In accordance with Decision {{number}} of {{date}} by {{issuer}} on quality objectives and Decision {{ownNumber}} of {{ownDate}} by {{ownIssuer}}, {{unit}} makes this plan for reaching the quality objectives of {{period}} (from {{from}} to {{to}} inclusive):',
    section: {
      measures: 'I. OBJECTIVES AND MEASURES',
      carryingOut: 'II. CARRYING OUT',
    },
    columns: {
      ordinal: 'No.',
      objective: 'Objective',
      measure: 'Measure',
      resources: 'Resources',
      owner: 'Responsible',
      time: 'Time',
      assessment: 'How it is judged',
    },
    objective: '{{id}}. {{title}}',
    threshold: 'Target: {{threshold}}',
    thresholdStriven: 'Target striven for: {{threshold}}',
    continued: 'Objective {{id}} (continued)',
    outside: 'Objective {{id}}, not in the target set of this period',
    time: 'From {{from}} to {{to}}',
    until: 'By {{to}}',
    none: 'No measure planned yet',
    carryingOut: {
      duty: 'Those named as responsible carry their measures out within the time given and report at once what stands in the way.',
      judging:
        'Results are judged as the last column says and are summed up in the report on quality objectives of each period.',
    },
    closing: 'This is the plan of {{unit}} for reaching the quality objectives of {{period}}.',
    recipients: {
      label: 'Recipients:',
      above: '- {{receiver}} (for information);',
      within: '- those named as responsible in the table;',
      file: '- File: VT.',
    },
    footer: 'Plan for the quality objectives of {{period}} · target set {{set}}, version {{version}}',
  },
  signingList: {
    title: 'LIST',
    subject: 'Signatures of those who were told of the quality objectives',
    about: 'Subject: {{subject}}',
    columns: {
      ordinal: 'No.',
      name: 'Full name',
      post: 'Post',
      subject: 'Subject',
      toldOn: 'Told on',
      signature: 'Signature',
    },
    acknowledged: 'Acknowledged on {{date}}',
    none: 'Nobody has been recorded as told of the quality objectives yet.',
    total: 'The list holds {{count}} entries, {{acknowledged}} of them acknowledged.',
    preparer: 'PREPARED BY',
    footer: 'Signatures on the communication of the quality objectives · made on {{date}}',
  },
};
