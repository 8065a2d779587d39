// node tests/receiver/support/make-inbox.ts FOLDER [COUNT]
// What a receiver gets for a quarter, for trying the window: the folder `hop-thu` with reports of every kind, the list
// of units, and the certificate that is to be trusted. With COUNT as many units, all in order but the first few.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asUnitsFile } from '#shared/receiver/units.ts';
import { makeKey, pem } from '../../report/support/keys.ts';
import { PERIOD, sha256Of, signed, unit } from './communes.ts';
import { zipOf } from './zip.ts';

const PLACES = [
  'Phước An',
  'Long Thọ',
  'Vĩnh Thanh',
  'Phú Hội',
  'Phú Thạnh',
  'Long Tân',
  'Đại Phước',
  'Hiệp Phước',
];

async function make(folder: string, count: number): Promise<void> {
  const inbox = join(folder, 'hop-thu');
  mkdirSync(join(inbox, 'thang-9'), { recursive: true });
  const commune = await makeKey({ name: 'Văn thư các xã' });
  const stranger = await makeKey({ name: 'Người lạ' });
  const units = Array.from({ length: Math.max(count, PLACES.length) }, (_, at) =>
    unit(String(26500 + at), `Ủy ban nhân dân xã ${PLACES[at] ?? `Thử ${at + 1}`}`),
  );
  const wish = (at: number) => {
    const { code = '', name = '' } = units[at] ?? {};
    return { code, name, seed: at + 1 };
  };
  const save = (name: string, bytes: Uint8Array | string): void => writeFileSync(join(inbox, name), bytes);
  const exported = (at: number, revision = 1): string =>
    `BaoCao_${units[at]?.code}_${PERIOD}_R${revision}.pdf`;

  const first = await signed(wish(0), commune);
  save(exported(0), first);
  save(exported(1), await signed({ ...wish(1), signedAt: '2025-09-25T02:00:00Z' }, commune));
  const twice = await signed(wish(2), commune);
  save(exported(2), twice);
  save(join('thang-9', 'gui-lai-cho-chac.pdf'), twice);
  const old = await signed(wish(3), commune);
  save(exported(3), old);
  save(
    `thay-the.zip`,
    zipOf({
      [exported(3, 2)]: await signed(
        { ...wish(3), seed: 40, revision: 2, supersedes: sha256Of(old), signedAt: '2025-09-17T02:00:00Z' },
        commune,
      ),
    }),
  );
  const altered = await signed(wish(4), commune);
  const middle = altered.length >> 1;
  altered[middle] = (altered[middle] ?? 0) ^ 1;
  save(exported(4), altered);
  save(exported(5), await signed(wish(5), stranger));
  // Of the seventh nothing came; the eighth sent the quarter before.
  save(
    'BaoCao_26507_2025-Q2_R1.pdf',
    await signed({ ...wish(7), period: '2025-Q2', signedAt: '2025-06-16T02:00:00Z' }, commune),
  );
  save('ghi-chu.txt', 'Đã gọi xã Đại Phước ngày 18/9.');
  for (let at = PLACES.length; at < count; at += 1) save(exported(at), await signed(wish(at), commune));
  writeFileSync(join(folder, 'units.json'), JSON.stringify(asUnitsFile(units)));
  writeFileSync(join(folder, 'cac-xa.pem'), pem(commune.certificate));
}

await make(process.argv[2] ?? '.', Number(process.argv[3] ?? 0));
