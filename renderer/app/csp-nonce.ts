/** The nonce under which the page's policy lets style elements in; main puts it into index.html. */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
}

/**
 * The scroll lock under dialogs (a dependency of the component library) makes a style element of its own and asks
 * this well-known global for the nonce.
 */
export function shareStyleNonce(): void {
  Object.assign(globalThis, { __webpack_nonce__: styleNonce() });
}
