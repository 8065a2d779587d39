/** The operating system's own store for secrets (of the person who is signed in to the machine). */
export interface Keystore {
  /** Whether it really encrypts; why it is not offered otherwise. */
  state(): Promise<'usable' | 'none' | 'not-encrypted'>;
  /** Encrypts a text for this machine and person; base64. */
  protect(text: string): Promise<string>;
  /** Opposite of `protect`. Throws where another machine or person protected it. */
  reveal(text: string): Promise<string>;
}
