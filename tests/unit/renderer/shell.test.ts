import { describe, expect, it } from 'vitest';
import { proposeLogin } from '#renderer/access/propose-login.ts';
import { digitOf, OPEN_SCREENS, SCREENS } from '#renderer/app/navigation.ts';
import { shortUnitName } from '#renderer/app/unit-name.ts';
import { bestFirst, matches } from '#renderer/features/palette/match.ts';
import { proposeUnitName } from '#renderer/features/start/defaults.ts';

describe('screens', () => {
  it('keep their digit', () => {
    expect(SCREENS.map(digitOf)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(OPEN_SCREENS).toEqual(SCREENS);
    expect(digitOf('imports')).toBe(4);
  });
});

describe('the palette', () => {
  it.each([
    ['', 'Tổng quan'],
    ['tong', 'Tổng quan'],
    ['quan tong', 'Tổng quan'],
    ['Quý 2', 'Quý II năm 2024 2024-Q2 2'],
    ['q', 'Quý I'],
    ['muc tieu', 'Mục tiêu & kế hoạch'],
    ['dang', 'Đăng xuất'],
  ])('finds %j in %j', (query, text) => expect(matches(query, text)).toBe(true));

  it.each([
    ['uan', 'Tổng quan'],
    ['tong x', 'Tổng quan'],
  ])('does not find %j in %j', (query, text) => expect(matches(query, text)).toBe(false));

  it('lists first what is called by what was typed, then what other words lead to', () => {
    const screens = { items: [{ label: 'Ghi nhận khác' }] };
    const ledgers = { items: [{ label: 'Xếp loại hằng năm' }] };
    expect(bestFirst('xep loai', [screens, ledgers])).toEqual([ledgers, screens]);
    expect(bestFirst('ghi nhan', [screens, ledgers])).toEqual([screens, ledgers]);
    expect(bestFirst(' ', [screens, ledgers])).toEqual([screens, ledgers]);
  });
});

describe('proposals of the first start', () => {
  it('writes the name of the unit out', () => {
    expect(proposeUnitName('xa', ' Phước An ')).toBe('Ủy ban nhân dân xã Phước An');
    expect(proposeUnitName('dac-khu', 'Côn Đảo')).toBe('Ủy ban nhân dân đặc khu Côn Đảo');
    expect(proposeUnitName('xa', ' ')).toBe('');
  });

  it('makes a sign-in name of the given name', () => {
    expect(proposeLogin('Nguyễn Văn Thử')).toBe('thu');
    expect(proposeLogin('Trần Thị Đào ')).toBe('dao');
    expect(proposeLogin('')).toBe('');
  });

  it('shortens the name of a people’s committee and no other', () => {
    expect(shortUnitName('Ủy ban nhân dân xã Phước An')).toBe('UBND xã Phước An');
    expect(shortUnitName('Uỷ ban nhân dân phường 1')).toBe('UBND phường 1');
    expect(shortUnitName('Phòng Kinh tế')).toBe('Phòng Kinh tế');
  });
});
