import { type Extract, type Header, extract } from 'tar-stream';
import { BackupFault, damaged } from './backup-fault';

/**
 * Takes a tar apart: `work` is given each entry in turn and must read its bytes to the end. Throws what `content` or `work`
 * threw, as it is; a fault of the tar itself as `keep.damaged` with its place.
 */
export async function readTar(content: AsyncIterable<Uint8Array>, work: (header: Header, bytes: AsyncIterable<Uint8Array>) => Promise<void>): Promise<void> {
  const tar = extract();
  let tarError: unknown = null;
  tar.on('error', (error) => {
    tarError = error;
  });
  let place = 'file';
  const entries = tar[Symbol.asyncIterator]();
  const feeding = feed(content, tar);
  try {
    for await (const entry of { [Symbol.asyncIterator]: () => entries }) {
      place = JSON.stringify(entry.header.name.slice(0, 80));
      await work(entry.header, bytesOf(entry));
    }
  } catch (error) {
    tar.destroy(null);
    const failure = await feeding;
    if (failure !== null) throw failure.error;
    if (error !== tarError || error instanceof BackupFault) throw error;
    throw damaged(`in or after ${place}`, error instanceof Error && error.message.includes('end of data') ? 'cut short' : 'changed');
  }
  const failure = await feeding;
  if (failure !== null) throw failure.error;
}

/** A plain iterable: node's pipeline would take the entry for a stream of its own kind. */
async function* bytesOf(entry: AsyncIterable<unknown>): AsyncGenerator<Uint8Array> {
  yield* entry as AsyncIterable<Uint8Array>;
}

/** Answers the failure of `content`, null when there was none; a tar that was given up is fed no further. */
async function feed(content: AsyncIterable<Uint8Array>, tar: Extract): Promise<{ readonly error: unknown } | null> {
  try {
    for await (const chunk of content) {
      if (tar.destroying) return null;
      if (!tar.write(chunk)) await drainedOrClosed(tar);
    }
    tar.end(null);
    return null;
  } catch (error) {
    tar.destroy(error instanceof Error ? error : new Error(String(error)));
    return { error };
  }
}

function drainedOrClosed(tar: Extract): Promise<void> {
  if (tar.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    const done = () => {
      tar.off('drain', done);
      tar.off('close', done);
      resolve();
    };
    tar.on('drain', done);
    tar.on('close', done);
  });
}
