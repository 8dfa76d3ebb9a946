/** The nonce that lets a `<style>` element made by a library pass the page's content security policy. */
export const styleNonce = (): string =>
  document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
