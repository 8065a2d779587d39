import type { Catalogue } from '../catalogue.ts';
import type { cli as vi } from '../vi/cli.ts';

export const cli: Catalogue<typeof vi> = {
  usage: {
    title: 'Usage: {{program}} COMMAND [options]',
    one: 'Usage: {{program}} {{command}} {{rest}}',
    kinds: 'Kinds of lists (--kind): {{kinds}}. Without it: dossiers.',
    common: 'Every command takes --json (one JSON document on standard output), --lang vi|en and --help.',
    acting:
      'Commands with --data act as the profile’s first user or --user LOGIN, whose passphrase is in SCL_PASSPHRASE.',
    exits:
      'Exit codes: 0 done · 1 done and the answer is bad · 2 cannot tell · 64 wrong usage · 66 a file is missing or cannot be opened · 70 a fault of the program · 75 the folder is in use · 77 wrong passphrase or no right.',
    commands: {
      init: 'makes a data folder from a profile (JSON)',
      import: 'imports a list: .xlsx, .xls or .csv',
      'undo-import': 'takes an import back, exactly',
      export:
        'writes dossiers or another ledger as .xlsx that imports back unchanged; ID numbers masked without --show-ids',
      evaluate: 'evaluates all objectives of a period or of free dates',
      explain: 'the records behind a figure',
      plan: 'makes the plan for reaching the objectives of a period (PDF)',
      summary: 'draws the one-page summary for the notice board (PDF)',
      report:
        'builds, signs and exports a report; the key’s passphrase is in SCL_KEY_PASSPHRASE, the PIN of a token in SCL_TOKEN_PIN',
      keys: 'lists USB tokens and the certificates on them, without a PIN',
      'hand-over': 'signs the note by which a leaving key hands over to another one',
      verify: 'checks report files',
      consolidate: 'puts the report files of many units together into an .xlsx',
      receipt: 'answers a report, takes an answer in, or looks a code from the phone up',
      people:
        'people and rights: list, add, change, retire, bring back; the first passphrase in SCL_NEW_PASSPHRASE',
      person: 'finds one person’s data, gives it out (PDF, workbook) or anonymises it',
      backup: 'makes a backup in a file or where backups go; --drill: tries to restore the newest one',
      restore: 'restores a backup into a data folder; what is there is moved aside',
      merge:
        'joins the books of former units (data folders or copies) into this one; --dry-run: only tries it',
      check: 'checks the integrity of the data',
      demo: 'does the whole job on the sample commune and leaves its files',
      update:
        'updates the program from an .scl-update file, goes back to the version before, or tells which are there',
      version: 'version of the program',
      help: 'help on a command',
    },
    problems: {
      command: 'There is no command “{{given}}”.',
      option: 'There is no option “{{given}}”.',
      'flag-value': 'The option {{given}} takes no value.',
      value: 'The option {{given}} needs a value.',
      twice: 'The option {{given}} is given twice.',
      missing: '{{given}} is missing.',
      surplus: '“{{given}}” is one too many.',
      lang: 'There is no language “{{given}}”; only vi and en.',
      date: 'Not a day: {{given}} (the form is YYYY-MM-DD, such as 2024-03-14).',
      choice: 'Not a right value: {{given}} (only: {{choices}}).',
      period: 'Give either --period, or both --from and --to.',
      number: 'A positive whole number is needed, not “{{given}}”.',
      'key-or-token': 'Give either --key or --token.',
      fingerprint: 'A fingerprint needs at least 4 hex digits: {{given}}.',
      'one-deed': 'One deed at a time: {{given}}.',
      amends: '“{{given}}” is not the last report of this period.',
      profile: 'The profile does not have the right form.',
    },
  },
  update: {
    current: 'In use: version {{version}} ({{kind}}).',
    waiting: 'Version {{version}} runs from the next start on.',
    previous: 'Version before: {{version}}.',
    first: 'the one installed first',
    installed:
      'Version {{version}} was checked and put beside the one in use; it runs from the next start on.',
    rolledBack: 'The next start runs {{version}} again.',
    left: 'Version {{version}} was left.',
  },
  init: {
    open: 'Note: no passphrase that protects (environment variable {{given}}, at least {{least}} characters): whoever has this folder can open its data. Set one in the settings before real data is kept.',
    done: 'Made the data folder of {{unit}}.',
    users: 'Users: {{users}}.',
  },
  strangeKeyring:
    'Note: the key file (keyring.json) in the data folder was exchanged for a strange or earlier one ({{n}} ⟦time|times⟧); the book’s own was written again. Find out who can write there.',
  copyAhead:
    'Note: the backup of {{at}} is of this very book and holds deeds that the book has not: the data folder may have been put back to an earlier day. Unless that was on purpose, restore that backup.',
  clockBehind:
    'Note: the machine’s clock ({{now}}) is behind the last entry in the book ({{last}}). Set the machine’s date and time right if they are wrong; the work is recorded all the same, in its order.',
  import: {
    done: 'Imported {{file}} (import number {{id}}).',
    dryRun: 'Preview of {{file}}: nothing was written.',
    place: 'Sheet {{sheet}}, header row {{row}}.',
    balance:
      'Read {{read}} = new {{added}} + updated {{updated}} + unchanged {{unchanged}} + bad {{bad}}; {{ignored}} ⟦row that is no record was|rows that are no records were⟧ ignored.',
    otherLists:
      'Note: other sheets hold such a list too and were not imported: {{sheets}}. Import each with --sheet.',
    bad: 'Bad cells:',
    badCell: 'row {{row}}, column {{column}}: {{message}} [{{code}}]',
  },
  export: { done: 'Wrote {{rows}} ⟦row|rows⟧ of “{{name}}” to {{file}} ({{size}} bytes).' },
  undo: { done: 'Import number {{id}} ({{file}}) was taken back.' },
  evaluate: {
    period: 'Period {{period}}: {{from}} to {{to}}',
    free: '{{from}} to {{to}}',
    judgedBy: 'Target set: {{name}} ({{id}}, version {{version}})',
    cut: '(figures as of {{asOf}})',
    objective: 'Objective',
    ratio: 'Counted/all',
    percent: 'Rate',
    threshold: 'Target',
    verdict: 'Verdict',
    missing: 'Missing data',
    shortBy: 'short by {{n}}',
    striven: 'striven for',
    verdicts: {
      met: 'met',
      missed: 'missed',
      'no-data': 'no cases',
      'not-recorded': 'not recorded',
      'not-due': 'not due yet',
    },
    flow: 'Dossiers handled (form II.06a)',
    field: 'Field',
    received: 'Received',
    online: 'Online',
    other: 'Other',
    carriedOver: 'Carried over',
    resolved: 'Resolved',
    early: 'Early',
    onTime: 'On time',
    late: 'Late',
    pending: 'Pending',
    inTime: 'In time',
    overdue: 'Overdue',
    total: 'Total',
    noField: '(no field recorded)',
  },
  explain: {
    title: 'Objective {{objective}}: {{text}}',
    counted: 'Counted ({{n}})',
    against: 'Against ({{n}})',
    excluded: 'Left out ({{n}})',
    pdf: 'Printed the list to {{file}} ({{size}} bytes).',
  },
  plan: {
    done: 'Made the plan of {{period}}: {{objectives}} ⟦objective|objectives⟧, {{measures}} ⟦measure|measures⟧, {{file}} ({{size}} bytes).',
  },
  summary: {
    signed:
      'Drew the summary of {{period}} from the signed report {{reportId}}, revision {{revision}}: {{file}} ({{size}} bytes).',
    draft: 'Drew a draft of the summary of {{period}}, the report is not signed: {{file}} ({{size}} bytes).',
  },
  report: {
    done: 'Signed the report of {{period}} with the key of {{signer}}: {{file}} ({{size}} bytes, SHA-256 {{sha256}}).',
    warning: 'Warning, needs a reason (--reason): {{text}} [{{code}}]',
    error: 'Error: {{text}} [{{code}}]',
  },
  keys: {
    none: 'No token is plugged in.',
    token: 'Slot {{slot}}: {{label}} ({{maker}}), {{pin}}',
    certificate: '{{subject}}: {{algorithm}}, valid {{from}} – {{to}}',
    unsuitable: 'cannot sign reports ({{reason}})',
    pin: {
      ok: 'PIN in order',
      low: 'wrong PINs were tried, few tries are left',
      'final-try': 'one last PIN try is left',
      locked: 'PIN locked',
      'not-set': 'no PIN set',
    },
  },
  people: {
    absent: 'no passphrase yet',
    given: 'right given: {{ability}}',
    taken: 'right taken: {{ability}}',
  },
  handOver: {
    done: 'Signed the hand-over of {{unit}}: {{retiring}} until {{lastDay}}, {{successor}} from {{firstDay}}. Send {{file}} to the receiver.',
  },
  verify: {
    words: { valid: 'valid', invalid: 'invalid', unknown: 'cannot tell' },
    valid: '{{file}}: valid',
    invalid: '{{file}}: invalid',
    unknown: '{{file}}: cannot tell',
    signer: 'Signer: {{subject}} ({{algorithm}}), fingerprint {{fingerprint}}',
    signedAt: 'Signed at {{at}}',
  },
  consolidate: {
    done: 'The table was written: {{file}}.',
    signed: 'The consolidated report was signed: {{file}} (SHA-256 {{sha256}}).',
  },
  receipt: {
    issued:
      'Signed the answer “{{verdict}}” to report {{reportId}} revision {{revision}}: {{file}}. Code for the phone: {{code}}.',
    taken: 'Report {{reportId}} revision {{revision}}: {{verdict}} (by {{receiver}}, code {{code}}).',
    untrusted:
      'Note: the signer of the answer is not enrolled. Compare the fingerprint of the certificate with the receiver, then enrol it.',
    matches:
      'The code fits report {{reportId}} revision {{revision}} ({{period}}): {{verdict}}. A code does not prove who calls.',
    noMatch: 'The code is well formed but fits no report of this unit.',
    misheard: 'The code was misheard or mistyped: its check digit is wrong.',
  },
  person: {
    line: '{{mark}} {{title}} · {{sign}}',
    sign: {
      number: 'same number',
      linked: 'of a dossier with that number',
      name: 'same name',
      'similar-name': 'similar name',
      mention: 'name mentioned',
    },
    found: '{{total}} items found, {{chosen}} taken as this person’s (*).',
    exported: '{{n}} ⟦item|items⟧ given out: {{file}}',
    anonymised:
      '{{records}} ⟦record|records⟧ and {{remnants}} other ⟦trace|traces⟧ anonymised. The figures are unchanged.',
    notPurged: 'The data file could not be rewritten; the next opening will do it.',
  },
  backup: {
    done: 'Backed up and read back: {{file}} ({{n}} ⟦dossier|dossiers⟧).',
    drillOk: 'The backup {{file}} can be restored.',
    drillBad: 'Something is wrong with the backup {{file}}:',
    compared:
      'Report {{period}}: {{n}} ⟦figure|figures⟧ counted anew; other than in bao-cao.json: {{differing}}; changes since signing: {{corrections}}.',
    noReport: 'No signed report to compare with yet.',
  },
  merge: {
    done: '{{n}} ⟦unit|units⟧ joined (joining no. {{number}}): {{records}} ⟦record|records⟧.',
    dryRun: 'Only tried, nothing joined: {{n}} ⟦unit|units⟧, {{records}} ⟦record|records⟧.',
    clashes: '{{n}} ⟦code clashes|codes clash⟧, of which {{differing}} differ.',
    line: '  {{ledger}}: {{sum}} = {{after}} afterwards + {{same}} the same thing + {{left}} left out',
    figures: 'The figures of each quarter come out in all {{n}} ⟦line|lines⟧.',
    reports: 'Signed reports of former units: {{valid}}/{{n}} check as valid.',
    copy: 'Copy from before: {{file}}',
  },
  restore: {
    done: '{{unit}} restored from the backup of {{at}} ({{n}} ⟦dossier|dossiers⟧).',
    replaced: 'What was there before is kept in {{folder}}.',
  },
  check: {
    ok: 'The data is sound ({{ms}} ms).',
    bad: 'The data has problems:',
  },
  demo: {
    start: 'The whole job on the sample commune in {{folder}}',
    init: '1. Initialise: {{unit}}, reporting to {{receiver}}',
    import:
      '2. Import {{file}}: {{read}} read, {{added}} new, {{updated}} updated, {{bad}} bad, {{ignored}} ignored',
    evaluate: '3. Period {{period}} ({{from}} – {{to}})',
    explain:
      '4. Why objective 2.3 of {{period}} is {{ratio}}: {{counted}} ⟦dossier|dossiers⟧ counted, {{against}} against',
    plan: '5. The plan behind the objectives: {{file}} ({{size}} bytes)',
    key: '6. Make a new signing key: {{subject}}, fingerprint {{fingerprint}}',
    report: '7. Sign the report of {{period}}: {{file}} ({{size}} bytes)',
    verify: '8. Check the file with the unit’s certificate: {{verdict}}',
    verifyAlone: '   Without the certificate: {{verdict}}',
    altered: '   With one byte changed: {{verdict}}',
    check: '9. Check the data: {{result}}',
    files: 'The files left in {{folder}}:',
    sound: 'sound',
    reason: 'The figures come from the sample lists.',
  },
};
