import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeTcvn3Text, detectLegacyEncoding, detectTextEncoding } from '#shared/text/legacy-encodings.ts';
import { TCVN3, VISCII, WINDOWS_1252, WINDOWS_1258 } from '#shared/text/single-byte-tables.ts';
import { isVietnameseSyllable } from '#shared/text/vietnamese-syllable.ts';
import { decodeVni } from '#shared/text/vni.ts';
import { encode, LIST } from './old-encodings.ts';
import { file, readAll } from './support.ts';

const UPPER = Buffer.from(Array.from({ length: 128 }, (_, i) => 128 + i));

describe('tables', () => {
  it('are those of the platform and of iconv-lite', () => {
    expect(WINDOWS_1252).toBe(new TextDecoder('windows-1252').decode(UPPER));
    expect(WINDOWS_1258).toBe(new TextDecoder('windows-1258').decode(UPPER));
    expect(TCVN3).toBe(iconv.decode(UPPER, 'tcvn'));
    expect(VISCII).toBe(iconv.decode(UPPER, 'viscii'));
  });
});

describe('VNI', () => {
  it.each([
    ['Nguyeãn Thò Höông', 'Nguyễn Thị Hương'],
    ['Ñaêng kyù khai sinh', 'Đăng ký khai sinh'],
    ['Tröïc tuyeán', 'Trực tuyến'],
    ['böu chính coâng ích', 'bưu chính công ích'],
    ['ÑAÊNG KYÙ KEÁT HOÂN', 'ĐĂNG KÝ KẾT HÔN'],
    ['Vuõ Ñöùc Phöôïng', 'Vũ Đức Phượng'],
    ['loaïi, thuûy, myõ, kyø, quyù, tyû', 'loại, thủy, mỹ, kỳ, quý, tỷ'],
  ])('%s', (vni, text) => {
    expect(decodeVni(vni)).toBe(text);
  });
  it('is undone by its encoder for every letter', () => {
    for (const letter of 'áàảãạăắằẳẵặâấầẩẫậéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵđĐÁÀÂẤĂẶÊỆÔỘƠỢƯỰÝỴ') {
      expect(decodeVni(encode(letter, 'vni').toString('latin1'))).toBe(letter);
    }
  });
});

describe('syllables', () => {
  it.each(
    'nghiêng nguyễn thủy thuỷ quốc quyết giêng gì giặt yến uỷ ủy khuỷu ngoằn xoong Phước ĐƯỜNG huýt tuếch chính ươn ợt'.split(
      ' ',
    ),
  )('%s is one', (word) => {
    expect(isVietnameseSyllable(word)).toBe(true);
    expect(isVietnameseSyllable(word.normalize('NFD'))).toBe(true);
  });
  it.each('strong cap.t hoc mac? Trêc Ngµy hå¬ ñaêng wifi bp'.split(' '))('%s is none', (word) => {
    expect(isVietnameseSyllable(word)).toBe(false);
  });
});

describe('damaged UTF-8', () => {
  const list = Buffer.from(
    'Ma ho so;Ngay tiep nhan;Trang thai;Ghi chu\n' +
      'H-1;01/01/2024;Đang xử lý;Nguyễn Thị Hương, đường Quách Thị Trang\n' +
      'H-2;02/01/2024;Đang xử lý;Phước An đ',
  );
  it.each([
    ['cut in the middle of a letter', list.subarray(0, list.length - 1)],
    ['with a stray byte in a cell', Buffer.concat([list, Buffer.from([0x20, 0xe1])])],
  ])('%s stays UTF-8', async (_name, bytes) => {
    const { header, records } = await readAll(file(bytes));
    expect(header.encoding).toBe('utf-8');
    expect(records.map(({ values }) => values.status)).toEqual(['processing', 'processing']);
    expect(records[0]?.values.note).toBe('Nguyễn Thị Hương, đường Quách Thị Trang');
  });
});

describe('lists in every encoding', () => {
  it.each([
    'utf-8',
    'utf-8 with BOM',
    'utf-16le',
    'utf-16le without BOM',
    'utf-16be',
    'windows-1258',
    'tcvn3',
    'vni',
    'viscii',
  ] as const)('%s', async (encoding) => {
    const plain = await readAll(file(encode(LIST, 'utf-8')));
    const read = await readAll(file(encode(LIST, encoding)));
    expect(read.header.encoding).toBe(encoding.split(' ')[0]);
    expect(read.outcomes).toEqual(plain.outcomes);
    expect(read.records).toHaveLength(30);
  });

  it('follows the encoding given by hand', async () => {
    const read = await readAll(file(encode(LIST, 'tcvn3')), { encoding: 'tcvn3' });
    expect(read.header.encoding).toBe('tcvn3');
    expect(read.records).toHaveLength(30);
  });

  it('takes decomposed accents as the composed ones', async () => {
    const plain = await readAll(file(LIST));
    const read = await readAll(file(LIST.normalize('NFD')));
    expect(read.outcomes).toEqual(plain.outcomes);
    expect(read.header.mapping).toEqual(plain.header.mapping);
  });
});

describe('recognition', () => {
  const sentences = [
    'Chứng thực bản sao từ bản chính',
    'Đăng ký khai sinh tại xã Phước An',
    'Thay đổi, cải chính hộ tịch',
    'Nguyễn Thị Hồng Phượng',
    'Yêu cầu bổ sung giấy tờ',
    'Bưu chính công ích',
  ];
  it('names the encoding of any few sentences', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(sentences, { minLength: 3 }),
        fc.constantFrom('windows-1258' as const, 'tcvn3' as const, 'vni' as const, 'viscii' as const),
        (chosen, encoding) => {
          expect(detectLegacyEncoding(encode(chosen.join(';'), encoding).toString('latin1')).encoding).toBe(
            encoding,
          );
        },
      ),
    );
  });
  it('leaves Unicode and Western text alone', () => {
    expect(detectTextEncoding(sentences)).toBeNull();
    expect(detectTextEncoding(['Müller', 'café', 'garçon', 'façade'])).toBeNull();
    expect(detectTextEncoding(['Hà Nội'])).toBeNull();
    expect(detectTextEncoding(sentences.map((text) => encode(text, 'tcvn3').toString('latin1')))).toBe(
      'tcvn3',
    );
    expect(detectTextEncoding(sentences.map((text) => encode(text, 'vni').toString('latin1')))).toBe('vni');
    expect(decodeTcvn3Text('Hå s¬')).toBe('Hồ sơ');
  });
});
