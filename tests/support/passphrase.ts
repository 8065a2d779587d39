/** Passphrase of everybody in the folders of tests. */
export const TEST_PASSPHRASE = 'mật khẩu thử';
