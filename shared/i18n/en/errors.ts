import type { Catalogue } from '../catalogue.ts';
import type { errors as vi } from '../vi/errors.ts';

export const errors: Catalogue<typeof vi> = {
  USAGE: 'The command line is not right.',
  INPUT_MISSING: 'There is no such file. Check its name and folder.',
  INPUT_UNREADABLE: 'The file cannot be read. See whether another program can open it.',
  FILE_NOT_SPREADSHEET: 'This file is neither an Excel workbook nor CSV. Nothing was imported.',
  FILE_ENCRYPTED: 'The file has a password. Open it in Excel, save it without one, and import it again.',
  FILE_TRUNCATED: 'The file is cut off or damaged. Export or copy it again. Nothing was imported.',
  FILE_TOO_LARGE: 'The file is too large when unpacked and was not read. Nothing was imported.',
  FILE_TOO_LARGE_report:
    'The file “{{file}}” is larger than any report (over 64 MB) and was not opened. Nothing was lost.',
  FILE_TOO_LARGE_small:
    'The file “{{file}}” is larger than any of its kind (over {{most}}) and was not read. Nothing was changed.',
  SHEET_NOT_FOUND: 'The file has no such sheet. Choose another one.',
  HEADER_NOT_FOUND: 'No header row was found in the list. Point at it by hand.',
  MAPPING_INCOMPLETE: 'Required columns are missing: {{fields}}. Choose a column for each.',
  FILE_CHANGED: 'The file has changed since the preview. Preview it again before importing.',
  OUTPUT_UNWRITABLE: 'The file cannot be written. Choose another place, or check rights and free space.',
  EXPORT_TOO_LARGE:
    'More than {{limit}} rows do not fit one sheet. Filter by period and export the parts; no file was written.',
  DATA_FOLDER_MISSING: 'There is no data in this folder yet. Initialise it first.',
  DATA_FOLDER_NOT_EMPTY:
    'The folder holds data already and was not initialised again. The old data is untouched.',
  DATA_FOLDER_BUSY: 'The data folder is in use by another window. Close it and try again.',
  DATA_FOLDER_REMOTE:
    'The data folder lies on another machine of the network ({{kind}}) and is not used: two machines writing at once, or a break in the line, may ruin the data. Keep it on a disk of this machine; nothing was changed.',
  DATA_DAMAGED_parts:
    'The data file is damaged in: {{parts}}. Nothing was repaired or deleted; restore it from a backup.',
  DATA_DAMAGED: 'The data file is damaged. Nothing was repaired or deleted; restore it from a backup.',
  DATA_FROM_FUTURE:
    'The data was written by a newer version of the program. Update the program; the data is unchanged.',
  DATA_NOT_ENCRYPTED:
    'This book was encrypted before ({{file}} is still in the data folder), but the data file so-chat-luong.db now is not: somebody exchanged it, or an old file was copied over it. It is not opened, and nobody is asked for a new passphrase. Restore the latest backup; the present file is only moved aside.',
  BOOKS_MIXED_keyring:
    'The passphrase fits the key file, but the key file (keyring.json) is of another book and does not open the data here. Copy the right key file back, or restore the latest backup; nothing was changed.',
  BOOKS_MIXED_database:
    'The passphrase is right, but the data file (so-chat-luong.db) here is of another book than the key file beside it. Copy the right data file back, or restore the latest backup; nothing was changed.',
  BOOKS_MIXED:
    'The passphrase fits the key file, but the key file (keyring.json) and the data file (so-chat-luong.db) are of two different books. Copy two files of the same book back, or restore the latest backup; nothing was changed.',
  BACKUP_MISSING: 'There is no backup that can be used. Choose a file again, or make a backup first.',
  BACKUP_DAMAGED:
    'This file is no backup of this program, or it is damaged ({{reason}}). Choose another one; nothing was changed.',
  BACKUP_PLACE_REMOTE:
    'This folder is on another machine, by that machine’s name (\\\\machine\\folder); the program does not use a network by itself. Choose a folder on a USB stick, on a disk of this machine, or on a network drive that has a letter (such as Z:).',
  KEYRING_MISSING:
    'The data is encrypted, but the key file (keyring.json) is not beside it. Copy that file from the latest backup into the data folder; the data itself is whole.',
  KEYRING_DAMAGED:
    'The key file (keyring.json) is damaged, and so is its copy. Copy the key file from the latest backup into the data folder; the data itself is whole.',
  KEYRING_CHANGED:
    'The key file beside the book was changed from outside, so it is not used. The data is whole and nothing was changed; bring the key file back, or take a copy.',
  KEYRING_OPEN:
    'The key file (keyring.json) opens without a passphrase. The program never writes such a file for the book of a unit, so it is not used: somebody exchanged the key file, and perhaps the data file too. Restore the latest backup; the present files are only moved aside.',
  PASSPHRASE_WRONG: 'The sign-in name or the passphrase is wrong. Type them again.',
  SIGN_IN_SLOWED:
    'Too many wrong passphrases in a row. Wait {{seconds}} ⟦second|seconds⟧ and try again; others can still sign in.',
  RECOVERY_KEY_WRONG:
    'This recovery key does not open the data. Check that the sheet is the latest one of this unit.',
  RECOVERY_KEY_WRONG_length: 'A recovery key has 7 groups of 5 characters. Type all of them as on the sheet.',
  RECOVERY_KEY_WRONG_group: 'Group {{group}} has a slip. Compare it with the sheet.',
  FORBIDDEN:
    'You have no right to do this. Ask somebody who has it, or whoever manages people to give it to you.',
  'RECORD_INVALID_last-manager': 'At least one person who works here has to be able to manage people.',
  KEY_UNREADABLE: 'The key file cannot be read. Choose a .p12 or .pfx file.',
  KEY_PASSPHRASE_WRONG: 'The passphrase of the signing key is wrong. Type it again; nothing was signed.',
  KEY_UNSUITABLE:
    'This key cannot sign reports (RSA of at least 2048 bits or ECDSA P-256 or P-384 is needed).',
  'KEY_UNSUITABLE_not-yet-valid':
    'This certificate is not valid yet. Check the date of this machine, or choose another certificate.',
  KEY_UNSUITABLE_expired: 'This certificate has expired. Choose a valid one, or make a new key.',
  'KEY_UNSUITABLE_not-for-signing': 'This certificate was not issued for signing. Choose another one.',
  TOKEN_DRIVER_MISSING:
    'The driver of the USB token is not there. Install the software that came with the token, then choose its file again.',
  TOKEN_DRIVER_UNUSABLE:
    'This file is no PKCS#11 driver that works on this machine. Choose another one; where the software of the token is a 32-bit one, the 64-bit one is needed.',
  TOKEN_ABSENT: 'No USB token is plugged in. Plug it in and try again.',
  TOKEN_CHOICE: '{{count}} certificates could sign. Choose the slot and the certificate.',
  TOKEN_CERTIFICATE_UNKNOWN:
    'This certificate, or its key, is not on the token. Plug in the right token or choose another certificate.',
  TOKEN_PIN_WRONG: 'The PIN is wrong. A token allows only a few tries; make sure before the next one.',
  TOKEN_PIN_WRONG_low:
    'The PIN is wrong and only few tries are left. Ask for the PIN before trying again; then the token locks itself.',
  'TOKEN_PIN_WRONG_final-try':
    'The PIN is wrong and one last try is left. After another wrong one the token locks itself, and only its issuer can unlock it.',
  TOKEN_PIN_LOCKED:
    'The PIN of the token is locked after too many wrong tries. Ask the issuer of the certificate to unlock it; the report is kept as it is.',
  TOKEN_PIN_FINAL_TRY:
    'The token has one last try left, so the PIN was not tried. Make sure that it is right, then confirm the use of the last try.',
  TOKEN_CRASHED:
    'The driver of the token failed and ended. Nothing is lost; unplug the token, plug it in and try again.',
  TOKEN_TIMEOUT:
    'The token gave no answer for {{seconds}} ⟦second|seconds⟧, so waiting was ended. Nothing is lost; unplug the token, plug it in and try again.',
  TOKEN_FAULT: 'The token could not sign. Nothing is lost; try again or ask the issuer of the certificate.',
  HAND_OVER_INVALID: 'This hand-over note does not count. Nothing was changed.',
  HAND_OVER_INVALID_form:
    'This hand-over note does not count: the file has another form or was altered. Nothing was changed.',
  HAND_OVER_INVALID_newer:
    'This hand-over note does not count: it has a newer form; update the program. Nothing was changed.',
  HAND_OVER_INVALID_signature:
    'This hand-over note does not count: its signature does not fit, it was altered after signing. Nothing was changed.',
  HAND_OVER_INVALID_days:
    'This hand-over note does not count: its days make no sense (before the day of signing). Nothing was changed.',
  HAND_OVER_INVALID_conflict:
    'This hand-over note does not count: the same key signed two notes that contradict each other; ask the unit, then enrol the new key by hand. Nothing was changed.',
  HAND_OVER_INVALID_signer:
    'This hand-over note does not count: the key that signed it may not, or no longer, speak for this unit. Nothing was changed.',
  REPORT_HELD_BACK:
    'The report cannot be signed yet: some of its checks do not hold. Correct each or give a reason; nothing was signed.',
  PERIOD_UNKNOWN:
    'There is no period “{{period}}”. Right ones are 2024-Q1, 2024-H1, 2024-M03, 2024-9M, 2024-Y.',
  PERIOD_NOT_PERIODIC: 'Only a reporting period can be signed, not free dates.',
  OBJECTIVE_UNKNOWN: 'The target set in use has no objective “{{objective}}”.',
  IMPORT_UNKNOWN: 'There is no import number {{id}}.',
  IMPORT_NOT_UNDOABLE:
    'This import cannot be undone: it was undone before, or a record was changed since. The data is untouched.',
  RECORD_UNKNOWN: 'This record no longer exists; it may just have been deleted. Look at the list again.',
  RECORD_CHANGED:
    'The record was changed elsewhere a moment ago. Look at the new version and edit again; nothing was overwritten.',
  RECORD_INVALID: 'Some entries are not valid. Correct those that are marked; nothing was saved.',
  RECORD_INVALID_revoked:
    'This key was revoked, which cannot be taken back. Nothing was saved; ask the unit for a new key.',
  RECORD_INVALID_otherUnit:
    'This key is enrolled for unit {{unit}}; a key speaks for its unit only. Nothing was saved. If the unit has changed, enrol the certificate in Settings.',
  PERIOD_CLOSED:
    'The report of {{period}} is signed and this would change its figures ({{figures}}). The head or the chairman may give a reason to correct them; nothing was saved.',
  ALREADY_SIGNED:
    'The period {{period}} has a signed report (revision {{revision}}). To replace it, name that very report and give a reason; nothing was signed.',
  TARGET_LOWERED:
    'The target of objective {{objective}} is below the one given ({{given}}). Targets may be raised, never lowered; nothing was saved.',
  TARGET_INVALID:
    'Something in the unit’s own target set is not valid. Correct what is marked; nothing was saved.',
  TARGET_FILE_INVALID:
    'This file is not a target set of the right form (at {{where}}: {{problem}}). Nothing was taken in.',
  UNITS_INVALID:
    'The list of units has not the right form (at {{where}}: {{problem}}). The former list is kept.',
  UNITS_INVALID_overlap:
    'The list of units is not right (line {{where}}): at one time a code belongs to one unit only. The former list stays.',
  UNITS_INVALID_order:
    'The list of units is not right (line {{where}}): the first day is after the last. The former list stays.',
  UNITS_INVALID_empty:
    'There is no list of units, so nobody can tell whose report is missing. Make the list of units first.',
  RECEIPT_INVALID:
    'This answer cannot be used: {{reason}}. The state of the report did not change, nothing was lost.',
  CALENDAR_UNUSABLE:
    'The calendar has no working day for more than two months, so no due day can be counted. Check the days off that were added under Settings → Calendar.',
  MERGE_SOURCE_UNFIT: 'This book cannot be joined ({{reason}}). Nothing was changed.',
  MERGE_SOURCE_UNFIT_none:
    'There is no book of this program there. Choose the data folder or a .scl-backup file of a former unit; nothing was changed.',
  MERGE_SOURCE_UNFIT_sample:
    'That is the sample commune, not the book of a unit. Choose another one; nothing was changed.',
  MERGE_SOURCE_UNFIT_own:
    'That is the open book or a copy of it. Choose the book of a former unit; nothing was changed.',
  MERGE_SOURCE_UNFIT_twice:
    'This book is in the list already. Choose that of another unit; nothing was changed.',
  MERGE_SOURCE_UNFIT_check:
    'Something in this book does not hold ({{problem}}). Run its check in that book, or choose another copy; nothing was changed.',
  MERGE_CHOICE_INVALID:
    'What was chosen for “{{clash}}” cannot be done. Look at it again where codes are compared; nothing was joined.',
  MERGE_UNBALANCED:
    'The balance does not come out at {{line}}, so nothing was joined. This book and the former ones are as before.',
  MERGE_CHANGED:
    'This book was changed while codes were compared. Work out the balance again and join; nothing was joined yet.',
  PRINTER_MISSING:
    'The printer “{{printer}}” is no longer there. Choose another one; no page was printed and nothing was lost.',
  PRINTER_MISSING_none:
    'No printer was found on this computer. Connect one, switch it on and print again; nothing was lost.',
  PRINTER_REFUSES:
    'The printer “{{printer}}” takes no papers at present. Choose another one, or switch it on again and print once more; nothing was lost.',
  PRINT_FAILED:
    'Nothing could be sent to the printer “{{printer}}”. See whether it is switched on and connected and print again, or use the system’s own dialog; nothing was lost.',
  PRINT_FAILED_default:
    'Nothing could be sent to the default printer. See whether it is switched on and connected and print again, or use the system’s own dialog; nothing was lost.',
  PRINT_FAILED_part:
    'Only {{sent}} of {{total}} pages went to the printer “{{printer}}”. See to the printer, then print on from the page that is missing; nothing was lost.',
  UPDATE_INVALID: 'This file is no update that can be used. The version in use stays as it is.',
  UPDATE_INVALID_damaged:
    'The update file is cut short or damaged. Copy it again from its source; the version in use stays as it is.',
  UPDATE_INVALID_unsigned:
    'The update file carries no signature and is not taken. The version in use stays as it is.',
  UPDATE_INVALID_key:
    'The update file is signed with a key this version does not know. Ask the publisher; the version in use stays as it is.',
  UPDATE_INVALID_signature:
    'The signature of the update file is wrong: it was changed after signing. Do not use it; the version in use stays as it is.',
  UPDATE_INVALID_form:
    'The update file has a form this version does not understand. Use the installer of the new version; the version in use stays as it is.',
  UPDATE_INVALID_content:
    'A file inside the update differs from what was signed. Do not use it; the version in use stays as it is.',
  UPDATE_NOT_NEWER:
    'This file is version {{version}}, which is not newer than {{current}}. Nothing has changed.',
  UPDATE_UNSUITABLE:
    'This file is for another kind of installation ({{package}}); this computer needs {{program}}. Nothing has changed.',
  UPDATE_NOT_HERE:
    'A program installed this way takes no update files. Install the new version as the first one was; nothing has changed.',
  UPDATE_NO_PREVIOUS: 'There is no version to go back to. Nothing has changed.',
  CANCELLED: 'Stopped as asked. Nothing has changed.',
  NOT_ALLOWED_HERE: 'This request is not allowed.',
  INTERNAL:
    'The program met a fault. Saved data is not lost. Try again; if it happens once more, tell whoever helps you the log id {{logId}}.',
};
