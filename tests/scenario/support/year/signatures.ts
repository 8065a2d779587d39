import type { Plain } from '../deeds.ts';
import { type Event, save } from './common.ts';

/** Units and the certificates they sign with. */
export function signatureEvents(): Event[] {
  const events: Event[] = [];
  for (const [n, name] of [
    'Ủy ban nhân dân xã',
    'Đảng ủy xã',
    'Hội đồng nhân dân xã',
    'Trạm Y tế xã',
  ].entries()) {
    const code = `DV${n + 1}`;
    const from = n === 3 ? '2024-05-01' : '2020-01-01';
    const added = n === 3 ? '2024-05-02' : '2023-12-06';
    events.push([save(added, 'signature-units', code, { code, name, from, to: null, note: null })]);
    const certificate = (serial: string, begin: string, to: string, replacedOn: string | null): Plain => ({
      unitCode: code,
      holder: name,
      serial,
      kind: 'agency',
      from: begin,
      to,
      replacedOn,
      issuer: 'Ban Cơ yếu Chính phủ',
      note: null,
    });
    const last = ['2025-06-30', '2024-06-30', '2024-11-30', '2029-05-31'][n] as string;
    const begin = n === 3 ? '2024-08-01' : '2020-06-30';
    const on = n === 3 ? '2024-08-01' : '2023-12-07';
    events.push([
      save(on, 'signature-certificates', `${code} first`, certificate(`5400${n}A`, begin, last, null)),
    ]);
    if (n === 1) {
      events.push([
        save(
          '2024-07-20',
          'signature-certificates',
          `${code} second`,
          certificate('5400B', '2024-07-20', '2029-07-20', null),
        ),
      ]);
      events.push([
        save(
          '2024-07-20',
          'signature-certificates',
          `${code} first`,
          certificate(`5400${n}A`, begin, last, '2024-07-20'),
        ),
      ]);
    }
  }
  return events;
}
