import type { Channel, DigitisedFlag, DossierStatus, Outcome, SuspensionKind } from '../domain/dossier.ts';

// Words by which an export writes what a dossier keeps as codes; parse-words.ts reads each back as the same value.

export const CHANNEL_NAMES: Readonly<Record<Channel, string>> = {
  direct: 'Trực tiếp',
  online: 'Trực tuyến',
  post: 'Bưu chính công ích',
};

export const STATUS_NAMES: Readonly<Record<DossierStatus, string>> = {
  registered: 'Mới đăng ký',
  'not-accepted': 'Không được tiếp nhận',
  accepted: 'Được tiếp nhận',
  processing: 'Đang xử lý',
  supplement: 'Yêu cầu bổ sung giấy tờ',
  payment: 'Yêu cầu thực hiện nghĩa vụ tài chính',
  paused: 'Tạm dừng xử lý',
  withdrawn: 'Công dân yêu cầu rút hồ sơ',
  stopped: 'Dừng giải quyết',
  refused: 'Từ chối giải quyết',
  finished: 'Đã xử lý xong',
  returned: 'Đã trả kết quả',
};

export const OUTCOME_NAMES: Readonly<Record<Outcome, string>> = {
  approved: 'Được giải quyết',
  refused: 'Từ chối',
  withdrawn: 'Rút hồ sơ',
  stopped: 'Dừng giải quyết',
};

export const FLAG_NAMES: Readonly<Record<DigitisedFlag, string>> = {
  yes: 'Có',
  no: 'Không',
  'not-required': 'Không yêu cầu',
};

export const YES = 'Có';
export const NO = 'Không';
/** For a dossier of which it is recorded that nobody knows; an empty cell would be taken as "in the software". */
export const NOT_KNOWN = 'Chưa rõ';

export const SUSPENSION_NAMES: Readonly<Record<SuspensionKind, string>> = {
  supplement: 'Bổ sung',
  payment: 'Nghĩa vụ tài chính',
  paused: 'Tạm dừng',
};
