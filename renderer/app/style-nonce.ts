/** The nonce that the page's CSP allows styles by; Vite's meta tag carries it. */
export const styleNonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';

// The scroll lock inside Mantine's Modal and Drawer writes its own style tag and reads the nonce from this global.
Object.assign(globalThis, { __webpack_nonce__: styleNonce });
