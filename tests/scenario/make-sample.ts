import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type LedgerId, ledgerOf } from '#shared/domain/ledgers/registry.ts';
import type { Plain } from './support/deeds.ts';
import { dayAfter, Random } from './support/random.ts';

// Writes the ledgers of the sample commune as the lists an office would keep: `node tests/scenario/make-sample.ts`.
// Invented people; the same bytes every time. The dossiers' own lists are not made here.

const folder = resolve(import.meta.dirname, '../../resources/sample');
const random = new Random(26_503);

const STAFF = [
  ['CB01', 'Trần Thị Mẫu', 'Chủ tịch UBND', 'Lãnh đạo UBND'],
  ['CB02', 'Lê Quang Vinh', 'Phó Chủ tịch UBND', 'Lãnh đạo UBND'],
  ['CB03', 'Nguyễn Văn Thử', 'Công chức Văn phòng – Thống kê', 'Văn phòng – Thống kê'],
  ['CB04', 'Phạm Thị Ngọc Diệp', 'Công chức Văn phòng – Thống kê', 'Bộ phận Một cửa'],
  ['CB05', 'Đặng Hữu Phước', 'Công chức Tư pháp – Hộ tịch', 'Tư pháp – Hộ tịch'],
  ['CB06', 'Huỳnh Thị Kim Yến', 'Công chức Tư pháp – Hộ tịch', 'Tư pháp – Hộ tịch'],
  ['CB07', 'Võ Minh Trí', 'Công chức Địa chính – Xây dựng', 'Địa chính – Xây dựng'],
  ['CB08', 'Bùi Thanh Sơn', 'Công chức Địa chính – Nông nghiệp', 'Địa chính – Xây dựng'],
  ['CB09', 'Ngô Thị Thu Hà', 'Công chức Tài chính – Kế toán', 'Tài chính – Kế toán'],
  ['CB10', 'Đỗ Xuân Trường', 'Công chức Văn hóa – Xã hội', 'Văn hóa – Xã hội'],
  ['CB11', 'Lý Thị Hồng Nhung', 'Công chức Văn hóa – Xã hội', 'Văn hóa – Xã hội'],
  ['CB12', 'Trương Công Định', 'Chỉ huy trưởng Ban Chỉ huy quân sự', 'Quân sự'],
  ['CB13', 'Nguyễn Thị Ánh Tuyết', 'Chủ tịch Hội Liên hiệp Phụ nữ', 'Đoàn thể'],
  ['CB14', 'Phan Văn Được', 'Chủ tịch Hội Nông dân', 'Đoàn thể'],
  ['CB15', 'Lâm Thị Mỹ Linh', 'Bí thư Đoàn Thanh niên', 'Đoàn thể'],
  ['CB16', 'Hồ Ngọc Ẩn', 'Chủ tịch Hội Cựu chiến binh', 'Đoàn thể'],
] as const;
const UNITS = [
  'Văn phòng – Thống kê',
  'Tư pháp – Hộ tịch',
  'Địa chính – Xây dựng',
  'Văn hóa – Xã hội',
] as const;

/** The day itself, or the Monday after a weekend. */
function workday(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday === 6 ? dayAfter(day, 2) : weekday === 0 ? dayAfter(day, 1) : day;
}

function staff(): Plain[] {
  return STAFF.map(([code, name, post, department], n) => ({
    code,
    name,
    post,
    department,
    from: n === 10 ? '2024-03-01' : `${2015 + (n % 6)}-0${1 + (n % 8)}-01`,
    to: n === 15 ? '2024-05-31' : null,
  }));
}

function ratings(): Plain[] {
  return STAFF.filter((_, n) => n !== 10).map(([staffCode], n) => ({
    staffCode,
    year: 2023,
    rating: n < 3 ? 'excellent' : n === 7 ? 'fair' : 'good',
    ratedOn: '2023-12-08',
    decision: '215/QĐ-UBND',
  }));
}

function courses(): Plain[] {
  const held = [
    ['CB04', 'Kỹ năng số hóa hồ sơ, kết quả giải quyết TTHC', '2024-01-16', 16, 'Phòng Nội vụ huyện'],
    ['CB05', 'Nghiệp vụ đăng ký và quản lý hộ tịch', '2024-02-28', 24, 'Sở Tư pháp'],
    ['CB06', 'Nghiệp vụ đăng ký và quản lý hộ tịch', '2024-02-28', 24, 'Sở Tư pháp'],
    ['CB03', 'Nhận thức chung TCVN ISO 9001:2015', '2024-03-08', 8, 'Chi cục Tiêu chuẩn Đo lường Chất lượng'],
    ['CB04', 'Nhận thức chung TCVN ISO 9001:2015', '2024-03-08', 8, 'Chi cục Tiêu chuẩn Đo lường Chất lượng'],
    ['CB07', 'Quản lý trật tự xây dựng cấp xã', '2024-05-22', 20, 'Sở Xây dựng'],
    ['CB10', 'Giao tiếp, ứng xử tại Bộ phận Một cửa', '2024-06-07', 8, 'Trung tâm Chính trị huyện'],
  ] as const;
  return held.map(([staffCode, course, finishedOn, hours, organiser]) => ({
    staffCode,
    course,
    from: dayAfter(finishedOn, -Math.ceil(hours / 8) + 1),
    finishedOn,
    hours,
    organiser,
  }));
}

function petitions(): Plain[] {
  const subjects = [
    'Đề nghị rút ngắn thời gian chứng thực bản sao vào giờ cao điểm',
    'Không nhận được tin nhắn báo trả kết quả đăng ký khai sinh',
    'Nộp trực tuyến bị yêu cầu nộp lại bản giấy tại quầy',
    'Hồ sơ xác nhận tình trạng hôn nhân trả chậm một ngày',
    'Hướng dẫn thành phần hồ sơ chưa rõ, phải đi lại nhiều lần',
    'Bảng niêm yết thủ tục để ở chỗ khó đọc',
    'Kiến nghị bố trí thêm ghế chờ và nước uống',
    'Cổng dịch vụ công báo lỗi khi thanh toán lệ phí',
    'Cán bộ tiếp nhận giải thích chưa thỏa đáng về hộ khẩu',
    'Đề nghị nhận kết quả qua bưu chính công ích',
  ];
  const list: Plain[] = [];
  for (let day = '2024-01-04', n = 1; day <= '2024-06-10'; n += 1) {
    const dueOn = workday(dayAfter(day, 14));
    // One late in the first quarter, one open at the end; the others in time.
    const closedOn =
      n === 5 ? dayAfter(dueOn, 2) : day > '2024-06-05' ? null : dayAfter(day, random.whole(3, 13));
    list.push({
      code: `PA-2024-${String(n).padStart(4, '0')}`,
      receivedOn: day,
      source: random.pick(['portal', 'portal', 'counter', 'hotline', 'letter', 'meeting']),
      subject: subjects[(n - 1) % subjects.length],
      senderName: random.pick([
        'Nguyễn Văn Bảy',
        'Trần Thị Út',
        'Lê Văn Sáu',
        'Phạm Thị Đào',
        'Võ Thị Nở',
        'Hộ ông Đoàn Văn Ẩm',
      ]),
      field: random.pick(['Hộ tịch', 'Chứng thực', 'Đất đai']),
      handler: random.pick(['Phạm Thị Ngọc Diệp', 'Nguyễn Văn Thử']),
      dueOn,
      closedOn,
      outcome: closedOn === null ? null : random.pick(['settled', 'explained', 'explained', 'forwarded']),
      reComplained: closedOn === null ? null : n === 8,
    });
    day = workday(dayAfter(day, random.whole(4, 9)));
  }
  return list;
}

function answers(): Plain[] {
  const codes = dossierCodes();
  const list: Plain[] = [];
  for (let n = 0; n < 160; n += 1) {
    const [code, received] = random.pick(codes);
    list.push({
      givenOn: received,
      answer: random.pick([
        ...Array<string>(11).fill('very-satisfied'),
        ...Array<string>(11).fill('satisfied'),
        'dissatisfied',
        ...(n % 40 === 0 ? ['invalid'] : []),
      ]),
      dossierCode: random.chance(0.7) ? code : null,
      place: random.pick(['kiosk', 'kiosk', 'online', 'phone']),
    });
  }
  return list.sort((a, b) => (String(a.givenOn) < String(b.givenOn) ? -1 : 1));
}

function batches(): Plain[] {
  return [
    {
      code: 'Quý I/2024',
      countedOn: '2024-03-12',
      verySatisfied: 46,
      satisfied: 68,
      dissatisfied: 4,
      invalid: 2,
    },
    {
      code: 'Quý II/2024',
      countedOn: '2024-06-12',
      verySatisfied: 52,
      satisfied: 71,
      dissatisfied: 5,
      invalid: 1,
    },
  ].map((batch) => ({
    ...batch,
    forms: batch.verySatisfied + batch.satisfied + batch.dissatisfied + batch.invalid,
    handedOut: 150,
    place: 'paper',
    counter: 'Phạm Thị Ngọc Diệp',
  }));
}

function workFiles(): Plain[] {
  return [1, 2, 3, 4, 5, 6].flatMap((month) =>
    UNITS.map((unit, n) => {
      const all = random.whole(18, 60);
      const secret = n === 0 ? random.whole(0, 2) : 0;
      const paper = month === 2 && n === 2 ? 1 : 0;
      return {
        month: `2024-0${month}`,
        unit,
        all,
        secret,
        electronic: all - secret - paper,
        counter: 'Nguyễn Văn Thử',
      };
    }),
  );
}

function signatureUnits(): Plain[] {
  return ['Ủy ban nhân dân xã', 'Đảng ủy xã', 'Hội đồng nhân dân xã', 'Ủy ban Mặt trận Tổ quốc xã'].map(
    (name, n) => ({
      code: `DV0${n + 1}`,
      name,
      from: '2019-01-01',
    }),
  );
}

function certificates(): Plain[] {
  const held = [
    ['DV01', 'Ủy ban nhân dân xã Phước An', 'agency', '5403A1', '2021-07-01', '2026-06-30'],
    ['DV01', 'Trần Thị Mẫu', 'person', '5403B7', '2021-07-01', '2026-06-30'],
    ['DV01', 'Lê Quang Vinh', 'person', '5403C2', '2022-03-15', '2027-03-14'],
    ['DV02', 'Đảng ủy xã Phước An', 'agency', '5403D9', '2019-08-20', '2024-08-19'],
    ['DV03', 'Hội đồng nhân dân xã Phước An', 'agency', '5403E4', '2020-05-05', '2025-05-04'],
    ['DV04', 'Ủy ban Mặt trận Tổ quốc xã Phước An', 'agency', '5403F0', '2024-04-22', '2029-04-21'],
  ] as const;
  return held.map(([unitCode, holder, kind, serial, from, to]) => ({
    unitCode,
    holder,
    serial,
    kind,
    from,
    to,
    issuer: 'Cục Chứng thực số và Bảo mật thông tin',
  }));
}

function isoActivities(): Plain[] {
  const planned = [
    ['Rà soát, cập nhật danh mục tài liệu bên ngoài', 'document-review', '2024-01-31', '2024-01-29'],
    ['Phổ biến mục tiêu chất lượng năm 2024 đến cán bộ, công chức', 'training', '2024-03-08', '2024-03-06'],
    ['Rà soát quy trình giải quyết TTHC lĩnh vực Hộ tịch', 'document-review', '2024-03-12', '2024-03-12'],
    ['Khắc phục điểm không phù hợp về lưu hồ sơ chứng thực', 'corrective-action', '2024-04-30', '2024-04-26'],
    ['Tập huấn nhận thức TCVN ISO 9001:2015 cho công chức mới', 'training', '2024-05-31', '2024-06-04'],
    ['Đánh giá rủi ro trễ hẹn lĩnh vực Đất đai', 'preventive-action', '2024-06-10', '2024-06-07'],
    ['Đánh giá nội bộ năm 2024', 'internal-audit', '2024-08-30', null],
    ['Khắc phục sau đánh giá nội bộ', 'corrective-action', '2024-09-30', null],
    ['Họp xem xét của lãnh đạo năm 2024', 'management-review', '2024-11-15', null],
    ['Công bố lại hệ thống quản lý chất lượng phù hợp TCVN ISO 9001:2015', 'other', '2024-12-10', null],
  ] as const;
  return planned.map(([activity, kind, dueOn, doneOn], n) => ({
    code: `ISO-2024-${String(n + 1).padStart(2, '0')}`,
    activity,
    kind,
    plannedOn: '2024-01-10',
    dueOn,
    doneOn,
    owner: n % 3 === 0 ? 'Nguyễn Văn Thử' : 'Thư ký ISO xã',
    evidence: doneOn === null ? null : 'Biên bản và hồ sơ kèm theo',
    file: doneOn === null ? null : `HS-ISO/2024/${String(n + 1).padStart(2, '0')}`,
  }));
}

function measures(): Plain[] {
  const planned = [
    ['1', 'Thực hiện đủ kế hoạch duy trì, cải tiến hệ thống trong năm', 'Thư ký ISO xã', '2024-12-10', 60],
    [
      '2.1',
      'Giao ban Bộ phận Một cửa sáng thứ Hai, rà từng hồ sơ sắp đến hạn',
      'Phạm Thị Ngọc Diệp',
      '2024-12-14',
      50,
    ],
    [
      '2.1',
      'Gửi văn bản xin lỗi, hẹn lại trước hạn với hồ sơ cần xác minh',
      'Đặng Hữu Phước',
      '2024-06-14',
      100,
    ],
    [
      '2.2',
      'Lấy phiếu mỗi quý, họp rút kinh nghiệm từng ý kiến không hài lòng',
      'Nguyễn Văn Thử',
      '2024-12-10',
      50,
    ],
    [
      '2.3',
      'Bố trí một máy và một đoàn viên hướng dẫn nộp hồ sơ trực tuyến tại quầy',
      'Lâm Thị Mỹ Linh',
      '2024-06-30',
      70,
    ],
    [
      '2.3',
      'Vận động 100% cán bộ, công chức nộp hồ sơ của mình trực tuyến',
      'Nguyễn Văn Thử',
      '2024-09-14',
      40,
    ],
    ['3.2', 'Cử ít nhất 6 công chức tham gia lớp bồi dưỡng nghiệp vụ', 'Lê Quang Vinh', '2024-11-30', 80],
    [
      '4',
      'Phân công xử lý phản ánh trong ngày nhận, theo dõi hạn hằng ngày',
      'Phạm Thị Ngọc Diệp',
      '2024-12-14',
      50,
    ],
    ['5.2', 'Đối chiếu hồ sơ giấy với phần mềm vào chiều thứ Sáu', 'Huỳnh Thị Kim Yến', '2024-12-14', 45],
    ['6.2', 'Gia hạn chứng thư số của Đảng ủy xã trước khi hết hạn', 'Nguyễn Văn Thử', '2024-08-01', 10],
    ['7.1', 'Quét thành phần hồ sơ ngay khi tiếp nhận', 'Phạm Thị Ngọc Diệp', '2024-12-14', 50],
    ['7.2', 'Trả kết quả điện tử có ký số cho thủ tục hộ tịch', 'Đặng Hữu Phước', '2024-09-14', 35],
  ] as const;
  return planned.map(([objective, measure, owner, dueOn, progress]) => ({
    objective,
    measure,
    resources: 'Trong dự toán thường xuyên',
    owner,
    from: '2024-03-15',
    dueOn,
    assessment: 'Số liệu của Sổ Chất Lượng, hằng quý',
    progress,
    doneOn: progress === 100 ? '2024-06-12' : null,
  }));
}

function communications(): Plain[] {
  return STAFF.map(([, name, post], n) => ({
    name,
    post,
    subject: 'Mục tiêu chất lượng năm 2024 (Quyết định số 420/QĐ-UBND)',
    form: 'meeting',
    toldOn: '2024-03-06',
    acknowledgedOn: n === 11 || n === 14 ? null : '2024-03-06',
  }));
}

/** Codes and days of receipt of the sample's own dossier list. */
function dossierCodes(): [string, string][] {
  return dossierLines().map((cells) => [cells[0] ?? '', isoDay(cells[6] ?? '')]);
}

function dossierLines(): string[][] {
  const [, ...lines] = readFileSync(join(folder, 'phuoc-an-2024-q2.csv'), 'utf8').trim().split(/\r?\n/);
  return lines.map((line) => line.split(';')).filter((cells) => /^\d{2}\/\d{2}\/\d{4}/.test(cells[6] ?? ''));
}

const isoDay = (text: string): string => `${text.slice(6, 10)}-${text.slice(3, 5)}-${text.slice(0, 2)}`;

/** Paper compared with the system in the second quarter: nearly all match. */
function paperCheck(): string {
  const lines = dossierLines().map(
    (cells, n) => `${cells[0]};${(cells[6] ?? '').slice(0, 10)};${n % 97 === 40 ? 'không khớp' : 'khớp'}`,
  );
  return ['Mã hồ sơ;Ngày tiếp nhận;Khớp hồ sơ giấy', ...lines].join('\n');
}

function listOf(ledger: LedgerId, records: readonly Plain[]): string {
  const { fields } = ledgerOf(ledger);
  const used = Object.entries(fields).filter(([name]) => records.some((record) => record[name] != null));
  const heading = used.map(([, { headings }]) => headings.split('|')[0]);
  const lines = records.map((record) =>
    used
      .map(([name, { type, choices }]) => {
        const value = record[name] ?? null;
        if (value === null) return '';
        if (type === 'yes-no') return value === true ? 'Có' : 'Không';
        if (type === 'choice') return choices?.[String(value)]?.split('|')[0] ?? '';
        if (type === 'date') return String(value).split('-').reverse().join('/');
        if (type === 'month') return String(value).split('-').reverse().join('/');
        const text = String(value);
        return /[;"\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
      })
      .join(';'),
  );
  return [heading.join(';'), ...lines].join('\n');
}

const LISTS: Readonly<Record<string, readonly [LedgerId, readonly Plain[]]>> = {
  'can-bo': ['staff', staff()],
  'xep-loai-2023': ['staff-ratings', ratings()],
  'boi-duong-2024': ['staff-courses', courses()],
  'phan-anh-kien-nghi': ['petitions', petitions()],
  'phieu-hai-long': ['survey-answers', answers()],
  'dot-lay-phieu': ['survey-batches', batches()],
  'ho-so-cong-viec': ['work-files', workFiles()],
  'don-vi-chu-ky-so': ['signature-units', signatureUnits()],
  'chung-thu-so': ['signature-certificates', certificates()],
  'hoat-dong-iso-2024': ['iso-activities', isoActivities()],
  'bien-phap-2024': ['measures', measures()],
  'pho-bien-2024': ['communications', communications()],
};

const write = (name: string, text: string): void =>
  writeFileSync(join(folder, `${name}.csv`), `\ufeff${text}\n`);
for (const [name, [ledger, records]] of Object.entries(LISTS)) write(name, listOf(ledger, records));
write('doi-chieu-ho-so-giay', paperCheck());
