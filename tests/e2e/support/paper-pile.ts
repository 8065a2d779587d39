/** A dossier as it lies on paper before the clerk. */
export interface Paper {
  readonly code: string;
  readonly procedureCode: string;
  readonly procedureName: string;
  /** What a clerk types to find the procedure. */
  readonly letters: string;
  readonly applicantName: string;
  readonly personId: string;
  readonly channel: 'direct' | 'online' | 'post';
  readonly receivedOn: string;
  /** Settled and handed over at once. */
  readonly done: boolean;
}

/** Procedures of a commune's counter, how often they come (parts of 100), and what is typed to find them. */
const COUNTER = [
  { code: '2.000815', name: 'Chứng thực bản sao từ bản chính', letters: 'bc', weight: 34, done: true },
  { code: '2.000884', name: 'Chứng thực chữ ký', letters: 'ck', weight: 14, done: true },
  { code: '1.004873', name: 'Cấp Giấy xác nhận tình trạng hôn nhân', letters: 'hn', weight: 14, done: false },
  { code: '1.001193', name: 'Đăng ký khai sinh', letters: 'ks', weight: 12, done: false },
  { code: '2.000635', name: 'Cấp bản sao Trích lục hộ tịch', letters: 'tlht', weight: 10, done: true },
  { code: '1.000894', name: 'Đăng ký kết hôn', letters: 'dkkh', weight: 6, done: false },
  { code: '1.000656', name: 'Đăng ký khai tử', letters: 'kt', weight: 4, done: false },
  { code: '2.000908', name: 'Cấp bản sao từ sổ gốc', letters: 'sg', weight: 6, done: false },
] as const;

const FAMILY = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Huỳnh', 'Võ', 'Đặng', 'Bùi'] as const;
const MIDDLE = ['Văn', 'Thị', 'Hữu', 'Ngọc', 'Minh', 'Thanh', 'Quốc'] as const;
const GIVEN = [
  'An',
  'Bình',
  'Châu',
  'Dũng',
  'Hạnh',
  'Khánh',
  'Lộc',
  'Nguyệt',
  'Phúc',
  'Thủy',
  'Trinh',
  'Vinh',
] as const;

/** Numbers in [0, 1), the same for the same seed (Park and Miller's minimal standard generator). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 16_807) % 2_147_483_647;
    return (state - 1) / 2_147_483_646;
  };
}

/**
 * A pile of papers of two days, as it grows at a counter: yesterday's rest first, then today's, one of yesterday's found
 * in between now and then; every sixth or so brought by the person before, some sent online or by post, a number
 * now and then taken by another desk.
 */
export function paperPile(size: number, today: string, yesterday: string, seed: number): Paper[] {
  const random = randomOf(seed);
  const among = <V>(list: readonly V[]): V => list[Math.floor(random() * list.length)] as V;
  const procedure = () => {
    const drawn = random() * 100;
    let sum = 0;
    for (const one of COUNTER) {
      sum += one.weight;
      if (drawn < sum) return one;
    }
    return COUNTER[0];
  };
  const running = new Map<string, number>();
  const papers: Paper[] = [];
  for (let at = 0; at < size; at += 1) {
    const before = papers.at(-1);
    const late = at < size * 0.3 || random() < 0.06;
    const receivedOn = late ? yesterday : today;
    const skipped = at > 0 && random() < 0.05 ? 1 : 0;
    const number = (running.get(receivedOn) ?? 0) + 1 + skipped;
    running.set(receivedOn, number);
    const { code: procedureCode, name, letters, done } = procedure();
    const chance = random();
    const channel = chance < 0.22 ? 'online' : chance < 0.26 ? 'post' : 'direct';
    const again = before !== undefined && before.channel === channel && random() < 0.17;
    papers.push({
      code: `000.00.40.H19-${receivedOn.replaceAll('-', '').slice(2)}-${String(number).padStart(4, '0')}`,
      procedureCode,
      procedureName: name,
      letters,
      applicantName: again ? before.applicantName : `${among(FAMILY)} ${among(MIDDLE)} ${among(GIVEN)}`,
      personId: again ? before.personId : `075${String(Math.floor(random() * 1e9)).padStart(9, '0')}`,
      channel,
      receivedOn,
      done: done && channel === 'direct',
    });
  }
  return papers;
}
