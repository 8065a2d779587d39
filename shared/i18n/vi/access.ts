/** Passphrases, recovery sheet, keystore: first start, sign-in, Cài đặt, Tổng quan. */
export const access = {
  placeholder: '',
} as const;
