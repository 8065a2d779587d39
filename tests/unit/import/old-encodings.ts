import iconv from 'iconv-lite';

/** A list of thirty dossiers, semicolons. */
export const LIST = [
  'Số TT;Mã hồ sơ;Tên thủ tục;Lĩnh vực;Người nộp hồ sơ;Hình thức tiếp nhận;Ngày tiếp nhận;Ngày hẹn trả;Ngày hoàn thành;Tình trạng;Số hóa thành phần hồ sơ',
  ...Array.from({ length: 30 }, (_, i) => {
    const day = String((i % 28) + 1).padStart(2, '0');
    const procedure = [
      'Chứng thực bản sao từ bản chính',
      'Đăng ký khai sinh',
      'Cấp giấy xác nhận tình trạng hôn nhân',
    ][i % 3];
    const name = ['Nguyễn Thị Hồng Phượng', 'Đỗ Văn Hải', 'Trần Đức Thủy'][i % 3];
    const channel = ['Trực tiếp', 'Trực tuyến', 'Bưu chính công ích'][i % 3];
    return `${i + 1};H19-2403${day}-${String(i + 1).padStart(4, '0')};${procedure};Hộ tịch;${name};${channel};${day}/03/2024;${day}/04/2024;${i % 4 ? `${day}/03/2024` : ''};${i % 4 ? 'Đã trả kết quả' : 'Đang xử lý'};${i % 2 ? 'Có' : 'Không'}`;
  }),
].join('\r\n');

/** Windows-1258 writes base letters composed and tones as marks. */
function to1258(text: string): Buffer {
  const half = [...text.normalize('NFC')]
    .map((letter) => {
      const marks = letter.normalize('NFD');
      const tone = [...marks].filter((mark) => mark in TONES).join('');
      return (
        [...marks]
          .filter((mark) => !(mark in TONES))
          .join('')
          .normalize('NFC') + tone
      );
    })
    .join('');
  return iconv.encode(half, 'windows1258');
}

const TONES: Readonly<Record<string, string>> = {
  '\u0301': 'ù',
  '\u0300': 'ø',
  '\u0309': 'û',
  '\u0303': 'õ',
  '\u0323': 'ï',
};
const CIRCUMFLEX: Readonly<Record<string, string>> = {
  '': 'â',
  '\u0301': 'á',
  '\u0300': 'à',
  '\u0309': 'å',
  '\u0303': 'ã',
  '\u0323': 'ä',
};
const BREVE: Readonly<Record<string, string>> = {
  '': 'ê',
  '\u0301': 'é',
  '\u0300': 'è',
  '\u0309': 'ú',
  '\u0303': 'ü',
  '\u0323': 'ë',
};
const I: Readonly<Record<string, string>> = {
  '\u0301': 'í',
  '\u0300': 'ì',
  '\u0309': 'æ',
  '\u0303': 'ó',
  '\u0323': 'ò',
};

/** VNI, written from its description and not from the decoder's table. */
function toVni(text: string): Buffer {
  let out = '';
  for (const letter of text.normalize('NFC')) {
    const lower = letter.toLowerCase();
    const upper = lower !== letter;
    const [base = '', ...marks] = lower.normalize('NFD');
    const tone = marks.find((mark) => mark in TONES) ?? '';
    const shape = marks.find((mark) => !(mark in TONES)) ?? '';
    let vni: string;
    if (lower === 'đ') vni = 'ñ';
    else if (lower === 'ỵ') vni = 'î';
    else if (base === 'i' && tone !== '') vni = I[tone] ?? '';
    else if (shape === '\u0302') vni = base + (CIRCUMFLEX[tone] ?? '');
    else if (shape === '\u0306') vni = base + (BREVE[tone] ?? '');
    else if (shape === '\u031b') vni = (base === 'o' ? 'ô' : 'ö') + (TONES[tone] ?? '');
    else vni = base + (tone === '' ? '' : (TONES[tone] ?? ''));
    out += upper ? vni.toUpperCase() : vni;
  }
  return Buffer.from(out, 'latin1');
}

/** Text in one of the encodings that lists come in. */
export function encode(text: string, encoding: string): Buffer {
  switch (encoding) {
    case 'utf-8 with BOM':
      return Buffer.from(`\ufeff${text}`);
    case 'utf-16le':
      return Buffer.from(`\ufeff${text}`, 'utf16le');
    case 'utf-16le without BOM':
      return Buffer.from(text, 'utf16le');
    case 'utf-16be':
      return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
    case 'windows-1258':
      return to1258(text);
    case 'tcvn3':
      return iconv.encode(text.normalize('NFC'), 'tcvn');
    case 'viscii':
      return iconv.encode(text.normalize('NFC'), 'viscii');
    case 'vni':
      return toVni(text);
    default:
      return Buffer.from(text);
  }
}
