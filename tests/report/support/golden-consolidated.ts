import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gather } from '#electron/application/receiver/gather.ts';
import { signConsolidated } from '#electron/application/receiver/sign-consolidated.ts';
import type { ReportSigner } from '#electron/report/sign/signer.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { profile } from '../../contract/support/valid-inputs.ts';
import { DUE, gatherRequest, PERIOD, signed, unit } from '../../receiver/support/communes.ts';
import { makeKey, trusting } from './keys.ts';
import { resourcesDir } from './sample-report.ts';

/**
 * The signed consolidated report of a receiver with every state a unit may be in: on time, late, amended, of an unknown
 * signer, broken, missing. `inbox` is an empty folder in which its reports are laid.
 */
export async function goldenConsolidated(inbox: string, signer: ReportSigner): Promise<Buffer> {
  const commune = await makeKey({ name: 'Xã' });
  const stranger = await makeKey({ name: 'Người lạ' });
  const places = ['Phước An', 'Long Thọ', 'Vĩnh Thanh', 'Phú Hội', 'Đại Phước', 'Hiệp Phước'];
  const units = places.map((place, at) => unit(String(26500 + at), `Ủy ban nhân dân xã ${place}`));
  const [first, second, third, fourth, fifth] = units;
  if (!first || !second || !third || !fourth || !fifth) throw new Error('no such unit');
  const put = (name: string, bytes: Buffer) => writeFileSync(join(inbox, name), bytes);
  put('1.pdf', await signed({ ...first, seed: 1 }, commune));
  put('2.pdf', await signed({ ...second, seed: 2, signedAt: '2025-09-24T02:00:00Z' }, commune));
  put('3.pdf', await signed({ ...third, seed: 3, revision: 2 }, commune));
  put('4.pdf', await signed({ ...fourth, seed: 4 }, stranger));
  const altered = await signed({ ...fifth, seed: 5 }, commune);
  altered.write('/Preducer', altered.indexOf('/Producer'));
  // Its data cannot be read; its name still says whose it is.
  put(`BaoCao_${fifth.code}_${PERIOD}_R1.pdf`, altered);
  const gathering = await gather(
    gatherRequest({ paths: [inbox], units, due: DUE, pages: 'all', trust: trusting(commune) }),
  );
  const { users: _users, ...commoner } = profile;
  return signConsolidated(
    gathering,
    {
      profile: {
        ...commoner,
        unit: { ...profile.unit, code: '742', name: 'Ủy ban nhân dân huyện Nhơn Trạch', kind: 'huyen' },
        receiver: { to: 'Ủy ban nhân dân tỉnh Đồng Nai', through: null },
      },
      number: '12/BC-UBND',
      date: '2025-09-25' as LocalDate,
      version: '0.1.0',
      sample: false,
      createdAt: '2025-09-25T02:00:00Z',
      resourcesDir,
    },
    signer,
  );
}
