import type { Catalogue } from '../catalogue.ts';
import type { report as vi } from '../vi/report.ts';

/** English words of the report; the printed page itself is always Vietnamese. */
export const report: Catalogue<typeof vi> = {
  page: {
    country: 'SOCIALIST REPUBLIC OF VIETNAM',
    motto: 'Independence - Freedom - Happiness',
    number: 'No.: {{number}}',
    numberBlank: 'No.:\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0/BC-UBND',
    placeAndDate: '{{place}}, {{day}}/{{month}}/{{year}}',
    placeAndDateBlank: '{{place}},\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0{{year}}',
    title: 'REPORT',
    subject: 'On the quality objectives, {{period}}',
    subjectAmended: '(revision {{revision}}, replaces revision {{previous}})',
    to: 'To:',
    through: '{{to}} (through {{through}})',
    introduction:
      'Following Decision {{number}} of {{date}} by {{issuer}} on quality objectives, {{unit}} reports the results of {{period}} ({{from}} to {{to}}, both included):',
    asOf: 'Figures as of the end of {{asOf}}, before the period was over.',
    replaces:
      'This report replaces report {{reportId}}, revision {{revision}} (SHA-256 of the file: {{sha256}}).',
    section: {
      handling: 'I. DOSSIERS RECEIVED AND RESOLVED',
      objectives: 'II. RESULTS BY OBJECTIVE',
      narrative: 'III. CAUSES AND REMEDIES',
      notes: 'IV. STATE OF THE DATA',
    },
    handling: {
      received:
        '{{total}} dossiers to handle: {{fresh}} received in the period ({{online}} online; {{other}} in person or by post) and {{carriedOver}} carried over.',
      resolved: '{{total}} dossiers resolved: {{early}} early, {{onTime}} on time, {{late}} late.',
      pending: '{{total}} dossiers pending: {{inTime}} in time, {{overdue}} overdue.',
      details: 'Figures by field in Annex I.',
      nothing: 'There were no dossiers in the period.',
    },
    objectives: {
      summary: 'Of {{total}} objectives: {{parts}}.',
      parts: {
        met: '{{count}} met',
        missed: '{{count}} missed',
        'no-data': '{{count}} without cases',
        'not-recorded': '{{count}} without records',
        'not-due': '{{count}} not due yet',
      },
      columns: {
        ordinal: 'No.',
        objective: 'Objective',
        threshold: 'Target',
        result: 'Result',
        percent: 'Rate',
        verdict: 'Verdict',
        short: 'Short by',
      },
      note: 'Results are counted over total; rates have two decimals and are never rounded up. “Short by” is the least number of dossiers that would have met the target. Formulas in Annex II.',
      remarks: 'Remarks:',
      remark: 'Objective {{id}}: {{text}}',
    },
    noNarrative: 'None.',
    notes: {
      missing:
        'Objective {{id}} ({{title}}): {{count}} of {{denominator}} dossiers lack a fact the formula needs.',
      complete: 'No dossier lacks a fact that the formulas above need.',
      reason: '{{warning}} Explanation: {{reason}}',
    },
    closing: 'This is the report of {{unit}} on its quality objectives, {{period}}.',
    recipients: 'Copies to:',
    recipientsList: { above: '- As above;', file: '- File.' },
    annex: {
      flow: 'Annex I',
      flowTitle: 'DOSSIERS OF ADMINISTRATIVE PROCEDURES HANDLED',
      formulas: 'Annex II',
      formulasTitle: 'HOW THE RATES ARE COUNTED',
      with: '(To Report {{number}} of {{date}} by {{unit}})',
      withBlank: '(To the report of {{unit}}, {{year}})',
      form: 'Form II.06a/VPCP/KSTT',
      reporter: 'Reporting unit: {{unit}}',
      receiver: 'Receiving unit: {{receiver}}',
      period: 'Period: {{period}} ({{from}} to {{to}})',
      measure: 'Unit: dossiers',
    },
    flow: {
      ordinal: 'No.',
      field: 'Field',
      received: 'To handle',
      resolved: 'Resolved',
      pending: 'Pending',
      total: 'Total',
      inPeriod: 'In the period',
      online: 'Online',
      other: 'In person, by post',
      carriedOver: 'Carried over',
      early: 'Early',
      onTime: 'On time',
      late: 'Late',
      inTime: 'In time',
      overdue: 'Overdue',
      noField: 'Field not recorded',
      sum: 'Total',
    },
    formulas: {
      objective: 'Objective and formula',
      numerator: 'Numerator',
      denominator: 'Denominator',
      unknown: 'By formula {{formula}}',
      note: 'Period from {{from}} to {{to}}, figures as of {{asOf}}. Target set {{targetSet}}, version {{version}}.',
      rules: {
        notCounted:
          'Dossiers newly registered online and not yet accepted, and those not accepted, are not counted.',
        ended: 'Dossiers refused, stopped, or withdrawn after acceptance count as resolved.',
        timeliness:
          'Early: finished before the first due date; on time: on that day or without a due date; late: after it.',
        clockStopped: 'Dossiers waiting for supplements or payment, or paused, count as in time.',
        unknown:
          'Facts not recorded count as “no”, except that an online dossier without a record counts as digitised.',
      },
    },
    digital: {
      title: 'Checking the electronic file',
      text: 'The figures are in {{attachment}}, attached to this PDF under the same signature. Check the file with Sổ Chất Lượng. Other PDF readers may not know the signer where the key comes from no certification authority; the signing time is the signing machine’s. Stamping, annotating or saving the file with another program breaks the check.',
      digest: 'Digest of the {{count}} dossiers counted: {{sha256}}',
    },
    footer: '{{reportId}} · revision {{revision}} · {{format}} {{version}}, template {{template}}',
    footerDraft: '{{reportId}} · draft, not signed',
    watermark: { draft: 'DRAFT', sample: 'SAMPLE DATA' },
    period: {
      month: 'month {{index}} of {{year}}',
      quarter: 'quarter {{index}} of {{year}}',
      half1: 'first half of {{year}}',
      half2: 'second half of {{year}}',
      nineMonths: 'first nine months of {{year}}',
      year: 'year {{year}}',
    },
    verdict: {
      met: 'Met',
      missed: 'Missed',
      missedStriven: 'Missed (striven for)',
      'no-data': 'No cases',
      'not-recorded': 'No records',
      'not-due': 'Not due yet',
    },
  },
  formula: {
    qms_activities_v1: {
      numerator: 'ISO activities due in the period and done in time',
      denominator: 'planned ISO activities due in the period',
    },
    dossier_on_time_resolved_v1: {
      numerator: 'dossiers resolved in the period, early or on time',
      denominator: 'dossiers resolved in the period',
    },
    dossier_on_time_qd766_v1: {
      numerator: 'dossiers resolved in time, and those pending and still in time',
      denominator: 'dossiers received in the period or carried over',
    },
    dossier_on_time_reappointed_v1: {
      numerator: 'dossiers resolved by the last re-appointed date',
      denominator: 'dossiers resolved in the period',
    },
    survey_satisfied_v1: {
      numerator: 'valid answers “satisfied” or “very satisfied”',
      denominator: 'valid answers in the period',
    },
    dossier_online_resolved_v1: {
      numerator: 'dossiers resolved in the period that came online',
      denominator: 'dossiers resolved in the period',
    },
    dossier_online_received_v1: {
      numerator: 'dossiers received online in the period',
      denominator: 'dossiers received in the period',
    },
    staff_rated_good_v1: { numerator: 'staff rated good or better', denominator: 'staff rated in the year' },
    staff_trained_v1: {
      numerator: 'staff with a course finished since the first day of the report year',
      denominator: 'staff in post at the end of the period',
    },
    petition_on_time_v1: {
      numerator: 'petitions closed in time in the period',
      denominator: 'petitions closed in the period, or due in it and still open',
    },
    dossier_in_software_v1: {
      numerator: 'dossiers received in the period and kept in the one-stop software',
      denominator: 'dossiers received in the period',
    },
    dossier_parallel_v1: {
      numerator: 'dossiers whose paper matches the system',
      denominator: 'dossiers received in the period and kept in the software',
    },
    workfile_electronic_v1: {
      numerator: 'work files handled electronically',
      denominator: 'work files less secret ones',
    },
    signature_units_v1: {
      numerator: 'units using digital signatures at the end of the period',
      denominator: 'units at the end of the period',
    },
    dossier_digitised_received_v1: {
      numerator: 'dossiers received in the period, components digitised',
      denominator: 'dossiers received in the period, less those that need none',
    },
    dossier_result_digitised_resolved_v1: {
      numerator: 'dossiers resolved in the period with an electronic result',
      denominator:
        'dossiers resolved in the period, less refused, withdrawn and stopped ones and procedures that issue no document',
    },
    dossier_result_digitised_all_v1: {
      numerator: 'dossiers resolved in the period with an electronic result',
      denominator: 'dossiers resolved in the period',
    },
  },
  narrative: {
    missed: 'Objective {{id}} “{{title}}” was missed: {{result}} is {{percent}}, target {{threshold}}.',
    missedStriven:
      'Objective {{id}} “{{title}}”, striven for, was missed: {{result}} is {{percent}}, target {{threshold}}.',
    short: 'Short by {{count}} {{unit}}.',
    unreachable: 'With the total as it stands this target cannot be met.',
    missing: '{{count}} of {{denominator}} {{unit}} lack a fact the formula needs.',
    unit: { dossier: 'dossiers', other: 'cases' },
  },
  checks: {
    FLOW_UNBALANCED:
      'Figures of {{field}} do not balance: {{rule}} ({{left}} against {{right}}). The records need checking.',
    CONTRADICTION: 'Figures disagree at {{where}}: stated {{stated}}, computed {{expected}}.',
    PERIOD_NOT_PERIODIC: 'A signed report needs a reporting period, not free dates.',
    PERIOD_NOT_BEGUN: 'The period begins on {{day}}.',
    NO_DOSSIERS: 'There are no dossiers yet.',
    SIGNATORY_MISSING: 'The signatory’s name and title are not set.',
    PERIOD_NOT_OVER: 'The period is over only after {{day}}.',
    MISSING_DATA:
      'Objective {{objective}}: {{count}} of {{denominator}} dossiers lack a fact the formula needs.',
    OVERDUE_PENDING: '{{count}} pending dossiers are overdue.',
    FIELD_MISSING: '{{count}} dossiers have no field.',
    CLOCK_BEHIND: 'The machine’s date ({{day}}) is earlier than the last entry ({{last}}).',
  },
};
