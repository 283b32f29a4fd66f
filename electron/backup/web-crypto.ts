import { webcrypto } from 'node:crypto';

/** age-encryption takes its random bytes from the global `crypto`, which Node 18 has only under another name. */
if (!('crypto' in globalThis)) Object.defineProperty(globalThis, 'crypto', { value: webcrypto, configurable: true });
