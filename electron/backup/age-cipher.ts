import './web-crypto';
import { open } from 'node:fs/promises';
import { Decrypter, Encrypter } from 'age-encryption';
import { BackupFault, isDiskError } from './backup-fault';
import { passphraseIdentity, passphraseRecipient } from './passphrase-key';

const AGE_LINE = 'age-encryption.org/v1\n';
/** A whole header of the age format for one passphrase, as this app writes it. */
const AGE_HEADER = /^age-encryption\.org\/v1\n-> scrypt [\w+/]{22} [1-9]\d?\n[\w+/]{43}\n--- [\w+/]{43}\n/;
const HEADER_BYTES = 200;

/** The first bytes of a file, fewer when it is shorter. Throws the disk's error. */
export async function headOf(file: string): Promise<string> {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEADER_BYTES), 0, HEADER_BYTES, 0);
    return buffer.toString('latin1', 0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** Whether a file with these first bytes needs a passphrase. */
export const isAgeHead = (head: string): boolean => head.startsWith(AGE_LINE);

/** The bytes in age format under a passphrase. */
export async function encrypted(chunks: AsyncIterable<Uint8Array>, passphrase: string): Promise<AsyncIterable<Uint8Array>> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(passphraseRecipient(passphrase));
  return encrypter.encrypt(webStream(chunks));
}

/**
 * The bytes inside an age file whose first bytes are `head`, each 64 KB checked before it is passed on. A wrong passphrase
 * and any changed, missing or swapped byte are one and the same `keep.passphrase`: the cipher cannot tell them apart.
 */
export async function* decrypted(chunks: AsyncIterable<Uint8Array>, passphrase: string | null, head: string): AsyncGenerator<Uint8Array> {
  // Looked at first, for the library would read on for the end of a line that never comes.
  if (passphrase === null || !AGE_HEADER.test(head)) throw new BackupFault('keep.passphrase', '');
  const decrypter = new Decrypter();
  decrypter.addIdentity(passphraseIdentity(passphrase));
  try {
    yield* await decrypter.decrypt(webStream(chunks));
  } catch (error) {
    throw isDiskError(error) ? error : new BackupFault('keep.passphrase', '');
  }
}

/** ReadableStream.from, which Node 18 lacks. */
function webStream(chunks: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const source = chunks[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await source.next();
      if (done === true) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await source.return?.();
    },
  });
}
