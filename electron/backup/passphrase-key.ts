import { randomBytes, scrypt } from 'node:crypto';
import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { type Identity, type Recipient, Stanza } from 'age-encryption';

/** scrypt over 2^17 blocks of 1 KB, as OWASP asks at least: about half a second for each guess. */
const WORK_FACTOR = 17;
/** age's own default. A hostile file would ask for more, to fill the memory. */
const MOST_WORK = 18;

/**
 * age's passphrase recipient and identity (age-encryption.org/v1, «scrypt recipient stanza») with node's own scrypt: the
 * library's runs in JavaScript and would hold main's only thread for seconds.
 */
export const passphraseRecipient = (passphrase: string): Recipient => ({
  wrapFileKey: async (fileKey) => {
    const salt = randomBytes(16);
    const key = await derivedKey(passphrase, salt, WORK_FACTOR);
    return [new Stanza(['scrypt', salt.toString('base64').replace(/=+$/, ''), String(WORK_FACTOR)], chacha20poly1305(key, NONCE).encrypt(fileKey))];
  },
});

/** Opens nothing (null) for another passphrase or a work factor beyond reason; the library then says «no identity matched». */
export const passphraseIdentity = (passphrase: string): Identity => ({
  unwrapFileKey: async ([stanza]) => {
    const [kind, salt, work] = stanza?.args ?? [];
    if (stanza === undefined || kind !== 'scrypt' || !(Number(work) <= MOST_WORK)) return null;
    const key = await derivedKey(passphrase, Buffer.from(salt ?? '', 'base64'), Number(work));
    return opened(key, stanza.body);
  },
});

/** The key wraps one file key and is never used again. */
const NONCE = new Uint8Array(12);

function opened(key: Uint8Array, body: Uint8Array): Uint8Array | null {
  try {
    return chacha20poly1305(key, NONCE).decrypt(body);
  } catch {
    // The cipher's one way to say that this is not the key.
    return null;
  }
}

function derivedKey(passphrase: string, salt: Uint8Array, work: number): Promise<Uint8Array> {
  const label = Buffer.concat([Buffer.from('age-encryption.org/v1/scrypt'), salt]);
  return new Promise((resolve, reject) => {
    scrypt(passphrase, label, 32, { N: 2 ** work, r: 8, p: 1, maxmem: 2 ** (MOST_WORK + 11) }, (error, key) => (error === null ? resolve(key) : reject(error)));
  });
}
