import { describe, expect, it } from 'vitest';
import { nextCode } from '#electron/application/ledgers/next-code.ts';

const free = () => false;

describe('the next code', () => {
  it.each([
    ['PA-2024-0009', 'PA-2024-0010'],
    ['PA-2024-9999', 'PA-2024-10000'],
    ['CB01', 'CB02'],
    ['12/PAKN', '13/PAKN'],
    ['007', '008'],
    ['ISO-2024-01a', 'ISO-2024-02a'],
  ])('goes on from %s', (last, next) => expect(nextCode(last, 'X-{year}-01', 2024, free)).toBe(next));

  it.each([
    ['PA-2023-0451', 'PA-2024-0001'],
    ['451/2023', '001/2024'],
    ['451/2024', '452/2024'],
    ['PA-2024-2001', 'PA-2024-2002'],
    ['PA-2024', 'PA-2025'],
    ['PA/2023/07-B', 'PA/2024/01-B'],
    ['PA-2025-0451', 'PA-2025-0452'],
    ['PA-120231-04', 'PA-120231-05'],
  ])('after %s begins anew only where a year before this one is named beside the number', (last, next) =>
    expect(nextCode(last, 'X-{year}-01', 2024, free)).toBe(next),
  );

  it('begins as its ledger says where nothing runs on', () => {
    expect(nextCode('Quý II/2024', 'KS-{year}-01', 2024, free)).toBe('KS-2024-01');
    expect(nextCode(null, 'PA-{year}-0001', 2026, free)).toBe('PA-2026-0001');
    expect(nextCode('Đơn của bà Tư', 'PA-{year}-0001', 2026, free)).toBe('PA-2026-0001');
    expect(nextCode('1234567890123', 'CB001', 2026, free)).toBe('1234567890124');
  });

  it('passes over codes that are taken', () => {
    const taken = new Set(['CB02', 'CB03']);
    expect(nextCode('CB01', 'CB001', 2026, (code) => taken.has(code))).toBe('CB04');
  });
});
