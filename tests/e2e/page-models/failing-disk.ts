import type { ElectronApplication } from 'playwright';

/**
 * From now on every write of main's own writer ends like this after half of its bytes, as a disk that is full or was taken
 * away ends it. Answers how to make the disk good again.
 */
export async function failWrites(app: ElectronApplication, code: 'ENOSPC' | 'EROFS'): Promise<() => Promise<void>> {
  await app.evaluate(async (_electron, code) => {
    const { open } = process.mainModule!.require('node:fs/promises') as typeof import('node:fs/promises');
    const handle = await open(process.execPath, 'r');
    const writer = Object.getPrototypeOf(handle) as { write: (bytes: Uint8Array, offset: number, length: number, position: number) => Promise<unknown> };
    await handle.close();
    const { write } = writer;
    writer.write = async function half(bytes, offset, length, position) {
      await write.call(this, bytes, offset, Math.floor(length / 2), position);
      throw Object.assign(new Error(code), { code });
    };
    Object.assign(globalThis, { healDisk: () => Object.assign(writer, { write }) });
  }, code);
  return () => app.evaluate(() => void (globalThis as unknown as { healDisk: () => unknown }).healDisk());
}
