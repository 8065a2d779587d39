import type { LocalDate } from './local-date.ts';

/** How a dossier was submitted (kênh tiếp nhận). An unknown channel (null) is taken as direct when counted. */
export const CHANNELS = ['direct', 'online', 'post'] as const;
export type Channel = (typeof CHANNELS)[number];

/** How the processing ended (kết quả giải quyết). */
export const OUTCOMES = ['approved', 'refused', 'withdrawn', 'stopped'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Digitisation flag: done, not done, or nothing to digitise; null where it is unknown. */
export const DIGITISED_FLAGS = ['yes', 'no', 'not-required'] as const;
export type DigitisedFlag = (typeof DIGITISED_FLAGS)[number];

/**
 * Status of a dossier (trạng thái hồ sơ): the ten national codes, with the pause (tạm dừng) and the end
 * (dừng giải quyết, từ chối) told apart, because one is open and the other ended.
 */
export const DOSSIER_STATUSES = [
  'registered', // 1 mới đăng ký: never counted
  'not-accepted', // 3 không được tiếp nhận: never counted
  'accepted', // 2 được tiếp nhận
  'processing', // 4 đang xử lý
  'supplement', // 5 yêu cầu bổ sung giấy tờ: clock stopped
  'payment', // 6 yêu cầu thực hiện nghĩa vụ tài chính: clock stopped
  'paused', // tạm dừng: clock stopped
  'withdrawn', // 7 công dân yêu cầu rút hồ sơ
  'stopped', // 8 dừng giải quyết
  'refused', // từ chối giải quyết
  'finished', // 9 đã xử lý xong
  'returned', // 10 đã trả kết quả
] as const;
export type DossierStatus = (typeof DOSSIER_STATUSES)[number];

/** Why the clock of a dossier stands still; the same names as the statuses of the time. */
export const SUSPENSION_KINDS = ['supplement', 'payment', 'paused'] as const;
export type SuspensionKind = (typeof SUSPENSION_KINDS)[number];

/** A recorded span in which the clock stood still, both days inclusive; open while `to` is null. */
export interface Suspension {
  readonly kind: SuspensionKind;
  readonly from: LocalDate;
  readonly to: LocalDate | null;
  /** The due day before this span moved it; null while it has not. A list that still gives it moves nothing back. */
  readonly dueBefore: LocalDate | null;
}

/**
 * A dossier of an administrative procedure (hồ sơ thủ tục hành chính) as a commune records it.
 * Dates are local days; null means "not known". No field is ever filled by a guess.
 */
export interface Dossier {
  /** Dossier number (mã số hồ sơ), unique in the folder, compared without blanks and in upper case. */
  readonly code: string;
  /** TTHC code such as `1.001193`. */
  readonly procedureCode: string | null;
  readonly procedureName: string | null;
  /** Field of administration (lĩnh vực), as written in the unit's catalogue. */
  readonly field: string | null;
  readonly applicantName: string | null;
  /** CCCD, CMND or passport number; text, leading zeros kept. */
  readonly personId: string | null;
  readonly channel: Channel | null;
  readonly receivedOn: LocalDate;
  /** First due date given; moved only by recorded suspension or supplement days. */
  readonly dueOn: LocalDate | null;
  /** Last re-appointed due date; used by the second on-time formula only. */
  readonly reappointedDueOn: LocalDate | null;
  /** End of processing (ngày kết thúc xử lý). */
  readonly finishedOn: LocalDate | null;
  /** Day the result was handed over (ngày trả kết quả). */
  readonly returnedOn: LocalDate | null;
  readonly status: DossierStatus;
  readonly outcome: Outcome | null;
  /** Components digitised (số hóa thành phần hồ sơ). */
  readonly componentsDigitised: DigitisedFlag | null;
  /** Electronic result (kết quả điện tử). */
  readonly resultDigitised: DigitisedFlag | null;
  /** Kept in the one-stop software (phần mềm một cửa). */
  readonly inSoftware: boolean | null;
  /** Paper and system recorded as matching (hồ sơ giấy song song với hệ thống). */
  readonly paperParallel: boolean | null;
  /** Officer in charge (cán bộ thụ lý). */
  readonly handler: string | null;
  readonly note: string | null;
  /** Recorded suspensions, oldest first; where there are any, they and not the status stop the clock (counting.md). */
  readonly suspensions: readonly Suspension[];
}

/** Fields of a dossier that a list, a form or a change record can name. */
export const DOSSIER_FIELDS = [
  'code',
  'procedureCode',
  'procedureName',
  'field',
  'applicantName',
  'personId',
  'channel',
  'receivedOn',
  'dueOn',
  'reappointedDueOn',
  'finishedOn',
  'returnedOn',
  'status',
  'outcome',
  'componentsDigitised',
  'resultDigitised',
  'inSoftware',
  'paperParallel',
  'handler',
  'note',
  'suspensions',
] as const satisfies readonly (keyof Dossier)[];
export type DossierField = (typeof DOSSIER_FIELDS)[number];

/** Fields that hold a citizen's ID number: shown masked (docs/masking.md). */
export const NUMBER_FIELDS: ReadonlySet<DossierField> = new Set(['personId']);

/** Whether two values of a field say the same; recorded suspensions are compared by what they hold. */
export function sameField(a: Dossier[DossierField], b: Dossier[DossierField]): boolean {
  if (a === b) return true;
  return Array.isArray(a) && Array.isArray(b) && sameSuspensions(a, b);
}

function sameSuspensions(a: readonly Suspension[], b: readonly Suspension[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ kind, from, to, dueBefore }, place) => {
      const other = b[place];
      return kind === other?.kind && from === other.from && to === other.to && dueBefore === other.dueBefore;
    })
  );
}
