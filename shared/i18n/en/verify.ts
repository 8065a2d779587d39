import type { Catalogue } from '../catalogue.ts';
import type { verify as vi } from '../vi/verify.ts';

/** What the check of a report file answers: the three verdicts, and the words of each reason by its code. */
export const verify: Catalogue<typeof vi> = {
  verdict: { valid: 'valid', invalid: 'invalid', unknown: 'cannot tell' },
  reasons: {
    EMPTY_FILE: 'The file is empty. Ask for the original again.',
    NOT_PDF: 'This is not a PDF file. Ask for the report file as the program exported it.',
    ZIPPED: 'This is an archive. Unpack it and check the PDF file inside.',
    PREFIXED:
      '{{bytes}} foreign bytes stand before the PDF. Another program rewrote the file in transfer; ask for the original.',
    TRUNCATED: 'The file is cut short. The transfer was not finished; ask for it again.',
    LINE_ENDS_CONVERTED:
      'The line ends were converted as if the file were text. Ask for it again as an attachment.',
    BYTES_APPENDED:
      '{{bytes}} foreign bytes stand at the end. Another program added to the file; ask for the original.',
    CHANGED_AFTER_SIGNING:
      'Something was added after signing (another signature, a stamp, a note, or a save). Ask for the original.',
    NOT_A_REPORT: 'This is not a report file of Sổ Chất Lượng.',
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
    PAGE_DIFFERS: 'The page differs from the attached data (page {{page}}).',
    NEWER_FORMAT:
      'The file is of a newer format (version {{version}}). The signature fits; update the program to check the figures.',
    PAGE_NOT_COMPARED: 'The page was not compared with the data (template {{template}}).',
    REVOCATION_NOT_CHECKED: 'Revocation could not be checked: there is no current revocation list.',
    SIGNED_BEFORE_REVOCATION:
      'The certificate was revoked on {{revokedOn}}, after the time that the file itself claims.',
    OLDER_ALGORITHM: 'The signature is of the older form RSA PKCS#1 v1.5.',
    SAMPLE_DATA: 'A report of sample data, not of real figures.',
  },
};
