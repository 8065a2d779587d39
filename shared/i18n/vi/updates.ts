/** Cài đặt → Cập nhật, and the system's dialogs about it. */
export const updates = {
  title: 'Phiên bản của chương trình',
  text: 'Chương trình không bao giờ tự tìm bản mới qua mạng. Bản mới đến bằng một tệp .scl-update, ví dụ trên USB; chương trình kiểm tra chữ ký của người phát hành trước khi nhận.',
  supported: 'Chạy trên Windows 10 trở lên, 64 bit (x64).',
  version: 'Đang dùng',
  way: 'Cách cài đặt',
  kind: {
    folder: 'thư mục giải nén',
    single: 'một tệp chạy ngay',
    installer: 'bộ cài đặt',
    system: 'gói của hệ điều hành',
    source: 'chạy từ mã nguồn',
  },
  before: 'Bản trước',
  none: 'chưa có',
  first: 'bản cài đầu tiên',
  refused: {
    source: 'Chương trình đang chạy từ mã nguồn nên không nhận tệp cập nhật.',
    system:
      'Chương trình được cài bằng gói của hệ điều hành. Hãy nhờ người quản trị máy cài gói mới; dữ liệu giữ nguyên.',
    unwritable:
      'Không ghi được vào thư mục của chương trình. Hãy nhờ người đã cài đặt cập nhật, hoặc chép chương trình sang nơi ghi được.',
    'no-key':
      'Bản này không mang khóa của người phát hành nên không kiểm tra được tệp cập nhật. Hãy cài bản mới bằng bộ cài đặt.',
  },
  choose: 'Chọn tệp cập nhật…',
  fileKind: 'Tệp cập nhật (.scl-update)',
  offerTitle: 'Bản {{version}} · phát hành {{date}}',
  offerChecked: 'Chữ ký đúng (khóa {{key}}) · {{size}} MB',
  notes: 'Có gì mới',
  install: 'Cài bản {{version}}',
  installing: 'Đang chép và kiểm tra từng tệp; bản đang dùng không bị động tới.',
  another: 'Chọn tệp khác…',
  waiting: 'Bản {{version}} đã nằm cạnh bản đang dùng và sẽ chạy từ lần mở sau.',
  waitingBack: {
    first: 'Từ lần mở sau chương trình lại chạy bản cài đầu tiên. Bản {{running}} còn chạy đến lúc đó.',
    version: 'Từ lần mở sau chương trình lại chạy bản {{version}}. Bản {{running}} còn chạy đến lúc đó.',
  },
  waitingInstaller: 'Bộ cài đặt của bản {{version}} đang mở.',
  restart: 'Mở lại ngay',
  rollBack: 'Trở lại bản trước…',
  left: {
    failed:
      'Bản {{version}} không mở được hai lần liền, nên chương trình đã tự trở lại bản trước. Dữ liệu giữ nguyên.',
    asked: 'Đã bỏ bản {{version}} theo yêu cầu.',
  },
  rollBackQuestion:
    'Trở lại bản trước của chương trình? Dữ liệu giữ nguyên, nhưng nếu bản mới đã nâng cấp dữ liệu thì bản trước chỉ mở được bản sao lưu.',
  rollBackYes: 'Trở lại bản trước',
  rollBackNo: 'Giữ bản này',
} as const;
