import type { Channel, DigitisedFlag, DossierStatus, Outcome } from '../domain/dossier.ts';
import { fold } from '../text/fold.ts';

/**
 * Words of real lists for channels, statuses, endings and flags. Words are compared folded (no diacritics, lower case,
 * punctuation as blanks); each parser returns null for a word it does not know: nothing is ever guessed.
 */

/** Letters and digits only, single blanks between: `Đã trả kết quả (đúng hạn)` → `da tra ket qua dung han`. */
export function foldKey(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function table<T>(entries: Record<string, T>): ReadonlyMap<string, T> {
  return new Map(
    Object.entries(entries).flatMap(([words, value]) =>
      words.split('|').map((word) => [foldKey(word), value] as const),
    ),
  );
}

const CHANNEL_WORDS: ReadonlyMap<string, Channel> = table<Channel>({
  'trực tiếp|nộp trực tiếp|tiếp nhận trực tiếp|tại bộ phận một cửa|bộ phận một cửa|một cửa|tại quầy|quầy|offline|direct|1|tt hành chính công|nộp tại trung tâm|tại trụ sở|tại ubnd':
    'direct',
  'trực tuyến|nộp trực tuyến|tiếp nhận trực tuyến|online|qua mạng|nộp qua mạng|internet|điện tử|qua internet|dịch vụ công|dịch vụ công trực tuyến|cổng dịch vụ công|cổng dvc|cổng dvcqg|cổng dịch vụ công quốc gia|dvcqg|dvc|dvctt|dvc trực tuyến|toàn trình|một phần|dvctt toàn trình|dvctt một phần|mức độ 3|mức độ 4|vneid|2|từ cổng dvcqg|cổng dịch vụ công tỉnh|liên thông điện tử':
    'online',
  'bưu chính|bưu chính công ích|bcci|dịch vụ bcci|dịch vụ bưu chính|dịch vụ bưu chính công ích|bưu điện|qua bưu điện|qua bưu chính|vnpost|post|3|qua bưu chính công ích':
    'post',
});
const CHANNEL_HINTS: readonly (readonly [RegExp, Channel])[] = [
  [/\b(truc tiep|tai quay|mot cua)\b/, 'direct'],
  [/\b(truc tuyen|online|qua mang|dich vu cong|dvc|dvcqg)\b/, 'online'],
  [/\b(buu chinh|buu dien|bcci|vnpost)\b/, 'post'],
];

/** Channel of submission (kênh tiếp nhận); null for a word that names none or more than one. */
export function parseChannel(text: string): Channel | null {
  const key = foldKey(text);
  const known = CHANNEL_WORDS.get(key);
  if (known !== undefined) return known;
  if (/\b(khong|chua)\b/.test(key)) return null;
  const hits = CHANNEL_HINTS.filter(([pattern]) => pattern.test(key));
  return hits.length === 1 ? (hits[0]?.[1] ?? null) : null;
}

const STATUS_WORDS: ReadonlyMap<string, DossierStatus> = table<DossierStatus>({
  'mới đăng ký|đăng ký mới|mới nộp|chờ tiếp nhận|chưa tiếp nhận|hồ sơ mới|1|mới đăng ký trực tuyến|chờ duyệt tiếp nhận':
    'registered',
  'không được tiếp nhận|không tiếp nhận|từ chối tiếp nhận|bị từ chối tiếp nhận|3|trả lại không tiếp nhận':
    'not-accepted',
  'được tiếp nhận|đã tiếp nhận|tiếp nhận|mới tiếp nhận|2|vừa tiếp nhận|đã nhận|chờ xử lý|chờ phân công|chờ giải quyết|chưa giải quyết|chưa xử lý':
    'accepted',
  'đang xử lý|đang giải quyết|đang thụ lý|chờ ký|chờ phê duyệt|trình ký|đang thẩm định|đang trình ký|4|đang thực hiện|đang chờ kết quả|xử lý|chờ lấy ý kiến|đang xác minh|chuyển xử lý|đã chuyển xử lý|chưa có kết quả|liên thông|đang liên thông|processing':
    'processing',
  'yêu cầu bổ sung|yêu cầu bổ sung giấy tờ|yêu cầu bổ sung hồ sơ|chờ bổ sung|bổ sung|bổ sung hồ sơ|chờ bổ sung hồ sơ|đang bổ sung|đang chờ bổ sung|chờ công dân bổ sung|5|bổ sung giấy tờ|yêu cầu bổ sung hoàn thiện|cần bổ sung':
    'supplement',
  'yêu cầu thực hiện nghĩa vụ tài chính|nghĩa vụ tài chính|thực hiện nghĩa vụ tài chính|chờ thực hiện nghĩa vụ tài chính|chờ nộp thuế|chờ thanh toán|6|chờ thuế|yêu cầu thanh toán|chờ nộp phí|chờ nộp tiền':
    'payment',
  'tạm dừng|tạm dừng xử lý|tạm dừng giải quyết|đang tạm dừng|tạm ngưng|tạm ngừng': 'paused',
  'công dân yêu cầu rút hồ sơ|công dân rút hồ sơ|rút hồ sơ|rút|đã rút|công dân rút|xin rút|đã rút hồ sơ|7|người dân rút hồ sơ|yêu cầu rút hồ sơ|công dân xin rút hồ sơ|withdrawn':
    'withdrawn',
  'dừng xử lý|dừng giải quyết|đã dừng xử lý|dừng|8|hủy|đã hủy|hủy hồ sơ|hồ sơ hủy|đã dừng|kết thúc không có kết quả|đình chỉ|chấm dứt giải quyết|ngừng xử lý|stopped':
    'stopped',
  'từ chối|từ chối giải quyết|không giải quyết|không đủ điều kiện|đã từ chối|không đủ điều kiện giải quyết|trả lại hồ sơ|không đồng ý|bị từ chối|refused':
    'refused',
  'đã xử lý xong|đã xử lý|xử lý xong|đã giải quyết|đã giải quyết xong|giải quyết xong|hoàn thành|đã hoàn thành|đã có kết quả|có kết quả|chờ trả kết quả|chờ trả|đã xong|xong|9|kết thúc|đã kết thúc|chờ công dân nhận kết quả|đã ký|đã duyệt|chưa trả kết quả|đã có kết quả chờ trả|finished|done|đã hoàn tất|hoàn tất':
    'finished',
  'đã trả kết quả|đã trả|trả kết quả|10|đã trả kết quả cho công dân|đã giao kết quả|công dân đã nhận kết quả|đã nhận kết quả|đã trả công dân|returned|đã trả hồ sơ|đã giải quyết và trả kết quả|hoàn thành đã trả kết quả':
    'returned',
});
/** How a dossier stands to its due date says nothing of its status: `đang xử lý (quá hạn)` is `đang xử lý`. */
const TIMELINESS_WORDS =
  /\b((con )?(trong|dung|truoc|qua|tre|som|den|gan|sap) (thoi )?(han|hen)|som han|khong han)\b/g;
const STATUS_NOISE = /\b(ho so|da duoc|cho cong dan|cho nguoi dan|cho to chuc)\b/g;

/** Status of a dossier (trạng thái: the ten of Cổng Dịch vụ công quốc gia and their usual words). */
export function parseStatus(text: string): DossierStatus | null {
  const key = foldKey(text);
  const known = STATUS_WORDS.get(key);
  if (known !== undefined) return known;
  const withoutNumber = key.replace(/^(10|[1-9]) (?=\p{L})/u, '');
  const bare = withoutNumber.replace(TIMELINESS_WORDS, ' ').replace(/\s+/g, ' ').trim();
  const bareKnown = /\p{L}/u.test(bare) ? STATUS_WORDS.get(bare) : undefined;
  if (bareKnown !== undefined) return bareKnown;
  const quiet = bare.replace(STATUS_NOISE, ' ').replace(/\s+/g, ' ').trim();
  return /\p{L}/u.test(quiet) ? (STATUS_WORDS.get(quiet) ?? null) : null;
}

const OUTCOME_WORDS: ReadonlyMap<string, Outcome> = table<Outcome>({
  'đồng ý|được cấp|đã cấp|cấp|chấp thuận|được chấp thuận|đã giải quyết|giải quyết|đạt|approved|được giải quyết|có kết quả|đã có kết quả|đã trả kết quả|phê duyệt|được phê duyệt|đủ điều kiện|hoàn thành':
    'approved',
  'từ chối|từ chối giải quyết|không đồng ý|không cấp|không đạt|refused|không giải quyết|không đủ điều kiện|bị từ chối|trả lại|không chấp thuận|không được cấp':
    'refused',
  'rút|rút hồ sơ|công dân rút|công dân rút hồ sơ|xin rút|công dân yêu cầu rút hồ sơ|withdrawn|đã rút':
    'withdrawn',
  'dừng|dừng giải quyết|dừng xử lý|hủy|đã hủy|đình chỉ|stopped|hủy hồ sơ|chấm dứt': 'stopped',
});

/** Whether text only tells how a dossier stands to its due date (`Đúng hạn`), as many lists do under `Kết quả`. */
export function isTimeliness(text: string): boolean {
  const key = foldKey(text);
  return key !== '' && key.replace(TIMELINESS_WORDS, ' ').trim() === '';
}

/** How the processing ended (kết quả giải quyết). */
export function parseOutcome(text: string): Outcome | null {
  return OUTCOME_WORDS.get(foldKey(text)) ?? null;
}

const FLAG_WORDS: ReadonlyMap<string, DigitisedFlag> = table<DigitisedFlag>({
  'có|x|yes|y|true|1|đã số hóa|đã|điện tử|bản điện tử|có bản điện tử|đã có|rồi|đúng|số hóa|có số hóa|ok|đã số hóa đầy đủ|đầy đủ|đủ|kết quả điện tử|có điện tử|hoàn thành|đã hoàn thành|đã thực hiện|đã ký số':
    'yes',
  'không|no|n|false|0|chưa|chưa số hóa|không số hóa|chưa có|không có|bản giấy|giấy|chưa thực hiện|ko|k|sai|chưa đầy đủ|không đầy đủ|hồ sơ giấy|kết quả giấy|chưa hoàn thành|không điện tử':
    'no',
  'không yêu cầu|không bắt buộc|miễn|không cần|không phải số hóa|không thuộc diện|không thuộc diện số hóa|không áp dụng|n a|na|không phải|không yêu cầu số hóa|không cần số hóa|miễn số hóa|không phát sinh|không có kết quả|không có giấy tờ|not required|kyc|kad|không thuộc đối tượng|không phải thực hiện|ko yêu cầu':
    'not-required',
});
const TICKS = /^[✓✔☑✅√xX×]$/u;
const CROSSES = /^[✗✘❌☒]$/u;
const EMPTY_BOX = /^[☐□]$/u;

/** Digitisation flag (số hóa): done, not done, or nothing to digitise. */
export function parseFlag(text: string): DigitisedFlag | null {
  if (TICKS.test(text)) return 'yes';
  if (CROSSES.test(text) || EMPTY_BOX.test(text)) return 'no';
  return FLAG_WORDS.get(foldKey(text)) ?? null;
}

const MATCHING_WORDS: ReadonlyMap<string, boolean> = table<boolean>({
  'khớp|có khớp|trên phần mềm|trong phần mềm|song song|đã cập nhật|đã nhập': true,
  'không khớp|chưa khớp|ngoài phần mềm|lệch|sổ giấy|chưa cập nhật|chưa nhập': false,
});

/** A plain yes or no (in the software, paper and system matching). */
export function parseYesNo(text: string): boolean | null {
  const flag = parseFlag(text);
  if (flag !== null) return flag === 'not-required' ? null : flag === 'yes';
  return MATCHING_WORDS.get(foldKey(text)) ?? null;
}
