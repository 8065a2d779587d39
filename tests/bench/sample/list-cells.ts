import type { Dossier, DossierStatus } from '#shared/domain/dossier.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';

/** A day in a list; a spreadsheet keeps it as a number, a text file as dd/MM/yyyy. */
export interface Day {
  readonly day: LocalDate;
}
export type ListCell = string | Day | null;

const STATUS: Readonly<Record<DossierStatus, string>> = {
  registered: 'Mới đăng ký',
  'not-accepted': 'Không được tiếp nhận',
  accepted: 'Được tiếp nhận',
  processing: 'Đang xử lý',
  supplement: 'Yêu cầu bổ sung giấy tờ',
  payment: 'Yêu cầu thực hiện nghĩa vụ tài chính',
  paused: 'Tạm dừng',
  withdrawn: 'Công dân yêu cầu rút hồ sơ',
  stopped: 'Dừng giải quyết',
  refused: 'Từ chối giải quyết',
  finished: 'Đã xử lý xong',
  returned: 'Đã trả kết quả',
};
const CHANNEL = { direct: 'Trực tiếp', online: 'Trực tuyến', post: 'Bưu chính công ích' } as const;
const OUTCOME = {
  approved: 'Đồng ý',
  refused: 'Từ chối',
  withdrawn: 'Rút hồ sơ',
  stopped: 'Dừng giải quyết',
} as const;
const FLAG = { yes: 'Có', no: 'Không', 'not-required': 'Không yêu cầu' } as const;

/** The twenty columns of a list as one-stop software exports it. */
export const HEADINGS = [
  'Mã hồ sơ',
  'Mã TTHC',
  'Tên thủ tục hành chính',
  'Lĩnh vực',
  'Họ và tên người nộp',
  'Số CCCD',
  'Hình thức nộp',
  'Ngày tiếp nhận',
  'Ngày hẹn trả',
  'Ngày hẹn lại',
  'Ngày kết thúc xử lý',
  'Ngày trả kết quả',
  'Trạng thái',
  'Kết quả giải quyết',
  'Số hóa thành phần hồ sơ',
  'Số hóa kết quả',
  'Trên phần mềm',
  'Hồ sơ giấy song song',
  'Cán bộ thụ lý',
  'Ghi chú',
] as const;

export function listCells(record: Dossier): ListCell[] {
  return [
    record.code,
    record.procedureCode,
    record.procedureName,
    record.field,
    record.applicantName,
    record.personId,
    record.channel && CHANNEL[record.channel],
    asDay(record.receivedOn),
    asDay(record.dueOn),
    asDay(record.reappointedDueOn),
    asDay(record.finishedOn),
    asDay(record.returnedOn),
    STATUS[record.status],
    record.outcome && OUTCOME[record.outcome],
    record.componentsDigitised && FLAG[record.componentsDigitised],
    record.resultDigitised && FLAG[record.resultDigitised],
    asYesNo(record.inSoftware),
    asYesNo(record.paperParallel),
    record.handler,
    record.note,
  ];
}

function asDay(day: LocalDate | null): Day | null {
  return day === null ? null : { day };
}
function asYesNo(flag: boolean | null): string | null {
  return flag === null ? null : flag ? 'Có' : 'Không';
}
