import { writeFileSync } from 'node:fs';
import type { Dossier } from '#shared/domain/dossier.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { pick, type Random } from './random.ts';

const CHANNELS = ['Trực tiếp', 'Online'] as const;
const day = (n: number): string => `${String(1 + (n % 28)).padStart(2, '0')}/0${1 + (n % 3)}/2024`;

/** A list as the one-stop software writes it; every `bad`-th row has no day of receipt. `from`: number of the first dossier. */
export function writeList(
  path: string,
  { from, rows, bad, mark }: { from: number; rows: number; bad: number; mark: string },
): void {
  const lines = [
    'Số hồ sơ;Tên TTHC;Lĩnh vực;Chủ hồ sơ;Kênh tiếp nhận;Ngày tiếp nhận;Hạn xử lý;Ngày có kết quả;Tình trạng',
  ];
  for (let n = from; n < from + rows; n += 1) {
    const received = bad > 0 && n % bad === 0 ? 'không rõ' : day(n);
    const fields = [
      `000.00.40.H19-24-${String(n).padStart(5, '0')}`,
      'Đăng ký khai tử',
      'Hộ tịch',
      `Nguyễn Văn ${mark} ${n}`,
      CHANNELS[n % 2],
      received,
      '28/03/2024',
      '28/03/2024',
      'Đã xử lý xong',
    ];
    lines.push(fields.join(';'));
  }
  writeFileSync(path, `\ufeff${lines.join('\n')}\n`);
}

/** A dossier as a clerk types it. */
export function typedDossier(code: string, note: string, random: Random): Dossier {
  return {
    code,
    procedureCode: null,
    procedureName: 'Đăng ký khai tử',
    field: 'Hộ tịch',
    applicantName: 'Trần Thị Gõ',
    personId: null,
    channel: pick(random, ['direct', 'online'] as const),
    receivedOn: localDate(2024, 1 + Math.floor(random() * 3), 1 + Math.floor(random() * 28)),
    dueOn: localDate(2024, 4, 15),
    reappointedDueOn: null,
    finishedOn: null,
    returnedOn: null,
    status: 'processing',
    outcome: null,
    componentsDigitised: null,
    resultDigitised: null,
    inSoftware: null,
    paperParallel: null,
    handler: null,
    note,
    suspensions: [],
  };
}
