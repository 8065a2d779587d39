import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Channel, DigitisedFlag, Dossier, DossierStatus } from '#shared/domain/dossier.ts';
import { addDays, type LocalDate, localDate } from '#shared/domain/local-date.ts';
import { projectRoot } from './paths.ts';
import { Random } from './random.ts';

/** Days over which the dossiers of a folder spread: four years, the evaluated one (2024) among them. */
const FIRST_DAY = localDate(2022, 1, 1);
const DAYS = 1461;
/** The day on which the bench evaluates; what is finished later is still open. */
export const AS_OF = localDate(2025, 12, 31);

const FAMILY = [
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Hoàng',
  'Huỳnh',
  'Phan',
  'Vũ',
  'Võ',
  'Đặng',
  'Bùi',
  'Đỗ',
  'Hồ',
  'Ngô',
  'Dương',
  'Lý',
];
const MIDDLE = ['Văn', 'Thị', 'Minh', 'Ngọc', 'Quốc', 'Thanh', 'Hữu', 'Đức', 'Kim', 'Xuân', 'Thùy', 'Anh'];
const GIVEN = [
  'An',
  'Bình',
  'Châu',
  'Dũng',
  'Đạt',
  'Giang',
  'Hà',
  'Hạnh',
  'Hiếu',
  'Hòa',
  'Hương',
  'Khánh',
  'Lan',
  'Linh',
  'Long',
  'Mai',
  'Nam',
  'Nga',
  'Phúc',
  'Phượng',
  'Quân',
  'Sơn',
  'Tâm',
  'Thảo',
  'Trang',
  'Tuấn',
  'Vân',
  'Yến',
];
const HANDLERS = [
  'Lê Thị Hạnh',
  'Trần Văn Đức',
  'Nguyễn Thị Thu',
  'Phạm Minh Tuấn',
  'Võ Ngọc Lan',
  'Đỗ Quốc Khánh',
];

interface ListedProcedure {
  readonly code: string;
  readonly name: string;
  readonly field: string;
  readonly issuesDocument: boolean | null;
}

let catalogue: readonly ListedProcedure[] | null = null;
function procedures(): readonly ListedProcedure[] {
  catalogue ??= (
    JSON.parse(readFileSync(join(projectRoot, 'resources/procedures/commune.json'), 'utf8')) as {
      procedures: ListedProcedure[];
    }
  ).procedures;
  return catalogue;
}

const days: LocalDate[] = [];
function dayAt(index: number): LocalDate {
  let day = days[index];
  if (day === undefined) {
    day = addDays(FIRST_DAY, index);
    days[index] = day;
  }
  return day;
}

/** A dossier with what storage keeps beside it. */
export interface SampleDossier {
  readonly record: Dossier;
  readonly issuesDocument: boolean | null;
}

/**
 * The n-th dossier (from 0) of a made-up folder of `total`: spread over four years in the order of receipt, about 3 %
 * late, 1.5 % open, a few without a due date, a channel or a flag, so that every branch of the rules is taken.
 */
export function sampleDossier(n: number, total: number): SampleDossier {
  const random = new Random(n + 1);
  // Half of the dossiers belong to a dozen procedures, as in every one-stop office.
  const list = procedures();
  const procedure = list[random.chance(50) ? random.below(12) : random.below(list.length)] as ListedProcedure;
  const received = Math.min(DAYS - 1, Math.floor((n * DAYS) / total));
  const allowed = random.chance(2) ? null : 1 + random.below(20);
  const taken = random.chance(3) ? (allowed ?? 10) + 1 + random.below(15) : random.below((allowed ?? 10) + 1);
  const finished = received + taken;
  const open = finished >= DAYS || random.chance(1);
  const returned = open || random.chance(6) ? null : Math.min(DAYS - 1, finished + random.below(4));
  const status = statusOf(random, open, returned !== null);
  const counted = status !== 'registered' && status !== 'not-accepted';
  const channel: Channel | null = random.chance(2)
    ? null
    : random.chance(40)
      ? 'online'
      : random.chance(5)
        ? 'post'
        : 'direct';
  const record: Dossier = {
    // At most some hundred a day, so that the running number of four digits is unique within its day.
    code: `000.00.27.H19-${dayAt(received).slice(2, 4)}${dayAt(received).slice(5, 7)}${dayAt(received).slice(8, 10)}-${String(n % 10_000).padStart(4, '0')}`,
    procedureCode: procedure.code,
    procedureName: procedure.name,
    field: procedure.field,
    applicantName: `${random.pick(FAMILY)} ${random.pick(MIDDLE)} ${random.pick(GIVEN)}`,
    personId: `0${String(75_000_000_000 + random.below(1_000_000_000)).slice(0, 11)}`,
    channel,
    receivedOn: dayAt(received),
    dueOn: allowed === null ? null : addDays(dayAt(received), allowed),
    reappointedDueOn: allowed !== null && random.chance(2) ? addDays(dayAt(received), allowed + 10) : null,
    finishedOn: open || !counted ? null : dayAt(finished),
    returnedOn: counted && returned !== null ? dayAt(returned) : null,
    status,
    outcome:
      open || !counted ? null : status === 'refused' ? 'refused' : random.chance(30) ? 'approved' : null,
    componentsDigitised: flagOf(random),
    resultDigitised: open ? null : flagOf(random),
    inSoftware: random.chance(97) ? true : random.chance(60) ? false : null,
    paperParallel: random.chance(90) ? true : random.chance(60) ? false : null,
    handler: random.pick(HANDLERS),
    suspensions: [],
    note: random.chance(3) ? 'Công dân đề nghị trả kết quả qua bưu chính' : null,
  };
  return { record, issuesDocument: procedure.issuesDocument };
}

function statusOf(random: Random, open: boolean, returned: boolean): DossierStatus {
  if (open)
    return random.pick([
      'accepted',
      'processing',
      'processing',
      'supplement',
      'payment',
      'paused',
      'registered',
      'not-accepted',
    ]);
  if (random.chance(2)) return random.pick(['refused', 'withdrawn', 'stopped']);
  return returned ? 'returned' : 'finished';
}

function flagOf(random: Random): DigitisedFlag | null {
  if (random.chance(70)) return 'yes';
  return random.pick(['no', 'no', 'not-required', null]);
}
