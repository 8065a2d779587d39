import type { Catalogue } from '../catalogue.ts';
import type { verify as vi } from '../vi/verify.ts';

/** What the check of a report file answers: the three verdicts, and the words of each reason by its code. */
export const verify: Catalogue<typeof vi> = {
  verdict: { valid: 'valid', invalid: 'invalid', unknown: 'cannot tell' },
  /** Why a hand-over note does not count. */
  handOver: {
    form: 'the file has another form or was altered.',
    newer: 'it has a newer form; update the program.',
    signature: 'its signature does not fit, it was altered after signing.',
    days: 'its days make no sense (before the day of signing).',
    conflict:
      'the same key signed two notes that contradict each other; ask the unit, then enrol the new key by hand.',
    signer: 'the key that signed it may not, or no longer, speak for this unit.',
  },
  reasons: {
    EMPTY_FILE: 'The file is empty. Ask for the original again.',
    NOT_PDF: 'This is not a PDF file. Ask for the report file as the program exported it.',
    ZIPPED:
      'This is a packed file (.zip) without a PDF inside that can be opened. Ask for the original .pdf file, unpacked.',
    ZIPPED_MANY:
      'This is a packed file (.zip) with {{count}} PDF files inside. Unpack it and drop the PDF files here.',
    ZIPPED_LOCKED:
      'This is a packed file (.zip) with a password. Unpack it with the password, or ask for the original .pdf file.',
    OTHER_ARCHIVE:
      'This is a packed file of type {{name}}. Unpack it and check the PDF inside, or ask for the original .pdf file.',
    OFFICE_FILE:
      'This is a Word, Excel or other office file, not a signed report. Ask for the original .pdf file made by the program.',
    MAIL_WITHOUT_REPORT:
      'This is a saved e-mail without exactly one PDF attached. Open the mail, save the .pdf attachment and check that.',
    WEB_PAGE:
      'This is a web page saved under the name of a report (mostly because a download link has expired or asks to sign in). Download again, or ask for the original .pdf file.',
    IMAGE:
      'This is a picture ({{name}}), not a report file: photographs and scans carry neither signature nor data. Ask for the original .pdf file; in Zalo it must be sent as a file, not as a picture.',
    SCANNED:
      'This is a scan or photograph of the printed report: its pages are pictures without signature and data. Ask for the original .pdf file made by the program.',
    DATA_ALONE:
      'This is only the data (bao-cao.json) taken out of a report, without a signature. Ask for the original .pdf file.',
    PASSWORD_ADDED:
      'Another program added a password or encryption after signing, so the file is no longer as it was signed. Ask for the original .pdf file without a password.',
    REWRITTEN:
      'Another program wrote the whole file again (save as, compress, print to PDF: {{program}}), so the signature no longer fits. Ask for the original .pdf file, not opened and saved again.',
    LATER_PAGE: 'After signing, the content of page {{page}} was changed (save {{revision}}).',
    LATER_ATTACHMENT: 'After signing, attached data was replaced or added (save {{revision}}).',
    LATER_CATALOGUE: 'After signing, the structure of the file was changed at {{name}} (save {{revision}}).',
    LATER_OBJECT:
      'After signing, a part of the file was written over (object {{object}}, save {{revision}}).',
    LATER_REMOVED: 'After signing, a part of the file was removed (object {{object}}, save {{revision}}).',
    LATER_NOTE:
      'After signing, something that is neither signature nor stamp was put on page {{page}} ({{name}}, save {{revision}}).',
    LATER_HIDDEN: 'After signing, hidden or active content was added ({{name}}, save {{revision}}).',
    LATER_UNSIGNED:
      'After signing, a seal, number or date was put on page {{page}} that no signature vouches for (save {{revision}}).',
    COVERED:
      'What was added on page {{page}} hides content of the report (save {{revision}}). Signatures and stamps belong in the signature block, on the blank number and date, or in the margin.',
    COUNTERSIGNATURE_BROKEN: 'The further signature of save {{revision}} does not fit the file.',
    COUNTERSIGNER_REFUSED: 'The further signature by {{subject}} (save {{revision}}) is not accepted:',
    COUNTERSIGNER_NOT_ENROLLED:
      'The report is intact, but the further signer {{subject}} is not enrolled. Compare the certificate’s fingerprint with the unit and enrol it: {{fingerprint}}.',
    RESAVED:
      'Another program saved the file again after signing ({{count}} ⟦time|times⟧) without changing its content; the signed report inside is intact.',
    UNPACKED_ZIP: 'The packed file was opened and {{name}} inside it was checked.',
    UNPACKED_MAIL: 'The e-mail was opened and its attachment {{name}} was checked.',
    PREFIXED:
      '{{bytes}} foreign bytes stand before the PDF. Another program rewrote the file in transfer; ask for the original.',
    TRUNCATED: 'The file is cut short. The transfer was not finished; ask for it again.',
    LINE_ENDS_CONVERTED:
      'The line ends were converted as if the file were text. Ask for it again as an attachment.',
    BYTES_APPENDED:
      '{{bytes}} foreign bytes stand at the end. Another program added to the file; ask for the original.',
    CHANGED_AFTER_SIGNING:
      'After the signed report something was added that cannot be read with certainty. Ask for the original .pdf file, not opened and saved again.',
    NOT_A_REPORT:
      'This is not a report file of Sổ Chất Lượng, or only a print to PDF without its data and signature. Ask for the original .pdf file made by the program.',
    SIGNATURE_MISSING:
      'The file has no signature: a draft, a print, or a file saved again by another program.',
    STRUCTURE_ALTERED:
      'The file is not in the form in which it was signed; it was edited or saved by another program.',
    FILE_TOO_LARGE: 'The file is larger than any report can be.',
    FORBIDDEN_CONTENT: 'The file holds something that no report may hold ({{name}}).',
    UNREADABLE: 'The content of the file cannot be read.',
    SIGNATURE_FIELD: 'The signature field is not of the form of a report.',
    BYTE_RANGE: 'The signature does not cover the whole file.',
    SIGNATURE_ENCODING: 'The signature data is not of the required form.',
    WEAK_ALGORITHM: 'The signature uses an algorithm or key length that is no longer accepted.',
    DIGEST_DIFFERS: 'The content was changed after signing.',
    SIGNATURE_INVALID: 'The signature does not fit the key of the certificate.',
    CERTIFICATE_MISMATCH: 'The certificate in the file is not the one that signed.',
    CERTIFICATE_UNEXPECTED: 'The signature carries certificates that do not belong to the signer’s chain.',
    SIGNER_OUTSIDE_TIME: 'Signed outside the time in which the certificate is trusted ({{from}} to {{to}}).',
    SIGNER_REVOKED: 'The signer’s certificate was revoked on {{revokedOn}}.',
    SIGNER_WRONG_UNIT:
      'This certificate may not sign for the unit of the report (code {{unit}}); it is enrolled for {{enrolled}}.',
    SIGNER_RETIRED: 'This key was handed over and no longer speaks for the unit after {{lastDay}}.',
    SIGNED_IN_FUTURE: 'The time of signing ({{signedAt}}) lies in the future of this machine.',
    SIGNER_NOT_FOR_SIGNING: 'The signer’s certificate is not meant for signatures.',
    SIGNER_NOT_ENROLLED:
      'The file is intact, but its signer is not enrolled. Compare the fingerprint with the unit and enrol it: {{fingerprint}}.',
    SIGNER_UNIT_UNKNOWN:
      'The file is intact and a trusted authority issued the certificate, but it does not say for which unit. Enrol it for unit {{unit}}: {{fingerprint}}.',
    ATTACHMENT: 'The attached data (bao-cao.json) is missing, doubled or misplaced.',
    DATA_FORM: 'The attached data cannot be read or is not in canonical form.',
    DATA_SCHEMA: 'The attached data does not fit its schema at {{where}}: {{what}}.',
    TIMES_DIFFER: 'The time in the data ({{stated}}) differs from the time of signing ({{signed}}).',
    ARITHMETIC: 'The figures disagree at {{where}}: stated {{stated}}, computed {{expected}}.',
    TARGETS_DIFFER:
      'The targets are not those of the decision that the report cites, at {{where}}: stated {{stated}}, in the decision {{expected}}.',
    PAGE_DIFFERS: 'The page differs from the attached data (page {{page}}).',
    NEWER_FORMAT:
      'The file is of a newer format (version {{version}}). The signature fits; update the program to check the figures.',
    PAGE_NOT_COMPARED: 'The page was not compared with the data (template {{template}}).',
    TARGETS_NOT_COMPARED:
      'The targets were not compared with the decision: target set {{id}} version {{version}} is not on this computer.',
    REVOCATION_NOT_CHECKED: 'Revocation could not be checked: there is no current revocation list.',
    SIGNED_BEFORE_REVOCATION:
      'The certificate was revoked on {{revokedOn}}, after the time that the file itself claims.',
    OLDER_ALGORITHM: 'The signature is of the older form RSA PKCS#1 v1.5.',
    HAND_OVER_IGNORED: 'The hand-over note {{file}} does not count: {{why}}',
    SAMPLE_DATA: 'A report of sample data, not of real figures.',
  },
  additions: {
    kinds: {
      signature: 'Further signature',
      field: 'Empty signature field “{{text}}”',
      stamp: 'Seal, number or date stamped',
      metadata: 'Title and time of saving were written again; nothing on a page changed',
      validation: 'Data for later checks of signatures (revocation lists, certificates)',
    },
    onPage: 'page {{page}}',
    nowhere: 'not shown on a page',
    signedBy: '{{subject}}, signed at {{at}}, {{standing}}.',
    coveredBy: 'covered by the signature of {{subject}}, signed at {{at}}, {{standing}}.',
    byNobody: 'covered by no signature.',
    standing: {
      trusted: 'the signer is trusted',
      unknown: 'the signer is not enrolled',
      refused: 'the signer is not accepted',
      broken: 'the signature does not fit the file',
    },
  },
  chain: {
    GAP: 'This report follows {{reportId}} (revision {{revision}}), which is not among the files checked.',
    MISSING:
      'This report follows {{reportId}} (revision {{revision}}), which is not among the files checked.',
    FORK: 'This report and {{reportId}} (revision {{revision}}) cannot both be in line: they follow the same report or are the same revision. Ask the unit which one holds.',
    TWICE: '{{reportId}} (revision {{revision}}) is in another of the files checked as well.',
    SUPERSEDED: 'This report was superseded by {{reportId}} (revision {{revision}}).',
    MISNAMED:
      'This report names {{reportId}} (revision {{revision}}) as the one before it, but the file of that hash is another report.',
    CORRECTS_OTHERWISE:
      'This report corrects {{count}} ⟦figure|figures⟧ of {{reportId}} (revision {{revision}}), but the figures it calls signed are not those of that report. Ask the unit.',
    AMENDS: 'This report supersedes revision {{revision}}; {{count}} ⟦line differs|lines differ⟧ from it.',
  },
};
