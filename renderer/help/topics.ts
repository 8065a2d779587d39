import { LEDGER_IDS, type LedgerId, ledgerOf } from '#shared/domain/ledgers/registry.ts';
import { ledgers } from '#shared/i18n/vi/ledgers.ts';
import { settings } from '#shared/i18n/vi/settings.ts';
import { targets } from '#shared/i18n/vi/targets.ts';
import type { Screen } from '../app/navigation.ts';
import type { TargetTab } from '../app/targets-place.ts';
import { anchorOf } from './anchor.ts';
import type { ChapterId } from './order.ts';
import type { GuidePlace } from './store.ts';

// Which part of the guide speaks of what. Headings that bear the name of what they speak of are found by that name, so
// that a new ledger or section needs only its heading (tests/guide proves that there is one).

const at = (chapter: ChapterId, heading = ''): GuidePlace => ({ chapter, anchor: anchorOf(heading) });

/** The chapter of each screen. */
export const SCREEN_HELP: Record<Screen, GuidePlace> = {
  overview: at('tong-quan'),
  dossiers: at('ho-so'),
  records: at('ghi-nhan-khac'),
  imports: at('nhap-tu-excel'),
  targets: at('muc-tieu-ke-hoach'),
  reports: at('bao-cao'),
  verify: at('kiem-tra-tep'),
  settings: at('cai-dat'),
};

/** The heading of a section of Cài đặt. */
export function sectionHelp(section: keyof typeof settings.section): GuidePlace {
  return at('cai-dat', settings.section[section].title);
}

/** The heading of a tab of Mục tiêu & kế hoạch. */
export function tabHelp(tab: TargetTab): GuidePlace {
  return at('muc-tieu-ke-hoach', targets.tab[tab]);
}

/** The heading of a ledger, wherever it stands. */
export function ledgerHelp(ledger: LedgerId): GuidePlace {
  if (ledger === 'measures') return tabHelp('plan');
  if (ledger === 'communications') return tabHelp('communication');
  if (ledger === 'hand-counts') return tabHelp('hand');
  if (ledger === 'procedures') return sectionHelp('procedures');
  if (ledger === 'calendar-days') return sectionHelp('calendar');
  return ledgerOf(ledger).place === 'records'
    ? at('ghi-nhan-khac', ledgers[ledger].name)
    : at('ghi-nhan-khac');
}

/** Parts of screens, dialogs, and pages before the work. */
export const SUBJECT_HELP = {
  'first-start': at('bat-dau', 'Ba câu hỏi'),
  'sign-in': at('an-toan', 'Đăng nhập và khóa màn hình'),
  repair: at('khi-co-loi', 'Chưa mở được dữ liệu'),
  explain: at('tong-quan', 'Xem phía sau một con số'),
  'dossier-form': at('ho-so', 'Ghi hồ sơ mới'),
  calendar: at('ho-so', 'Lịch hẹn trả'),
  'paper-check': at('ho-so', 'Đối chiếu hồ sơ giấy'),
  'import-mapping': at('nhap-tu-excel', 'Bước 2: Xem cột'),
  'import-preview': at('nhap-tu-excel', 'Bước 3: Xem trước'),
  'closed-period': at('bao-cao', 'Sửa số liệu của kỳ đã ký'),
  signing: at('ky-so'),
  recovery: at('an-toan', 'Phiếu khôi phục'),
  restore: at('an-toan', 'Khôi phục từ bản sao'),
  printing: at('phim-tat', 'In ra giấy'),
  gathering: at('co-quan-nhan', 'Tổng hợp cả kỳ'),
  receipt: at('co-quan-nhan', 'Trả lời đơn vị'),
  export: at('ho-so', 'Xuất ra Excel'),
  'import-file': at('nhap-tu-excel', 'Bước 1: Chọn tệp'),
  'bad-rows': at('nhap-tu-excel', 'Khi có dòng lỗi'),
  'app-key': at('ky-so', 'Khóa của chương trình'),
  'key-sheet': at('ky-so', 'Đăng ký khóa với nơi nhận'),
  'hand-over': at('ky-so', 'Đổi người ký, đổi khóa'),
  people: at('an-toan', 'Người mới, người nghỉ'),
  'phone-code': at('bao-cao', 'Trả lời của nơi nhận'),
  'verify-single': at('kiem-tra-tep', 'Kiểm tra từng tệp'),
  'trust-signer': at('kiem-tra-tep', 'Tin một người ký'),
  units: at('co-quan-nhan', 'Chuẩn bị một lần'),
  consolidated: at('co-quan-nhan', 'Báo cáo tổng hợp lên cấp trên'),
} as const satisfies Record<string, GuidePlace>;
export type HelpSubject = keyof typeof SUBJECT_HELP;

/**
 * What an element says about itself in `data-help` (a part that counts while the keyboard is in it) or `data-help-page`
 * (all that is shown): a subject, `section:NAME` or `ledger:ID`. Null for anything else.
 */
export function helpOf(said: string): GuidePlace | null {
  const [kind, name] = said.split(':');
  if (kind === 'section' && name !== undefined && name in settings.section)
    return sectionHelp(name as keyof typeof settings.section);
  if (kind === 'ledger') {
    const ledger = LEDGER_IDS.find((id) => id === name);
    return ledger ? ledgerHelp(ledger) : null;
  }
  return said in SUBJECT_HELP ? SUBJECT_HELP[said as HelpSubject] : null;
}
