/** Chapters of the guide in their order: the first hour, the screens as in the rail, and what belongs to all. */
export const CHAPTERS = [
  'bat-dau',
  'tong-quan',
  'ho-so',
  'ghi-nhan-khac',
  'nhap-tu-excel',
  'muc-tieu-ke-hoach',
  'bao-cao',
  'ky-so',
  'kiem-tra-tep',
  'cai-dat',
  'an-toan',
  'co-quan-nhan',
  'phim-tat',
  'khi-co-loi',
  'to-dan-tuong',
] as const;
export type ChapterId = (typeof CHAPTERS)[number];

/** The sheet for the wall: laid out for exactly two pages. */
export const WALL_SHEET: ChapterId = 'to-dan-tuong';
