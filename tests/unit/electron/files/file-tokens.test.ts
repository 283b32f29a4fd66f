import { appendFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FileTokens } from '../../../../electron/files/file-tokens';
import { scratchFolder } from '../scratch-folder';

const LIMIT = 1_000_000;

function tokensFor(content: Uint8Array | string) {
  const file = path.join(scratchFolder(), 'orders.csv');
  writeFileSync(file, content);
  return { file, tokens: new FileTokens<string>() };
}

async function bytesOf(body: ReadableStream<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for (const reader = body.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(pieces);
    pieces.push(value);
  }
}

describe('files are read by token', () => {
  test('any slice is exactly those bytes of the file', async () => {
    const content = Buffer.from(Array.from({ length: 3_000 }, (_, index) => index % 251));
    const { file, tokens } = tokensFor(content);
    const { token, name, bytes } = await tokens.issue('window', file);
    expect({ name, bytes }).toEqual({ name: 'orders.csv', bytes: 3_000 });
    await fc.assert(
      fc.asyncProperty(fc.nat(2_999), fc.nat(4_000), async (from, length) => {
        const slice = await tokens.slice('window', token, from, from + length, LIMIT);
        if (!slice.ok) throw new Error(slice.failure);
        expect(await bytesOf(slice.body)).toEqual(content.subarray(from, from + length + 1));
      }),
      { numRuns: 50 },
    );
  });

  test('an empty file is one empty slice', async () => {
    const { file, tokens } = tokensFor('');
    const { token } = await tokens.issue('window', file);
    const slice = await tokens.slice('window', token, 0, 99, LIMIT);
    expect(slice.ok && (await bytesOf(slice.body)).length).toBe(0);
  });

  test("another window's token, a made-up one and a forgotten one open nothing", async () => {
    const { file, tokens } = tokensFor('abc');
    const { token } = await tokens.issue('window', file);
    expect(await tokens.slice('other', token, 0, 1, LIMIT)).toEqual({ ok: false, failure: 'unknownToken' });
    expect(await tokens.pathOf('other', token)).toBeNull();
    expect(await tokens.slice('window', '/etc/passwd', 0, 1, LIMIT)).toEqual({ ok: false, failure: 'unknownToken' });
    tokens.forget('window');
    expect(await tokens.slice('window', token, 0, 1, LIMIT)).toEqual({ ok: false, failure: 'unknownToken' });
  });

  test('a file that changed or vanished since it was chosen is refused, not read as a mixture', async () => {
    const { file, tokens } = tokensFor('abc');
    const { token } = await tokens.issue('window', file);
    appendFileSync(file, 'd');
    expect(await tokens.slice('window', token, 0, 1, LIMIT)).toEqual({ ok: false, failure: 'changed' });
    rmSync(file);
    expect(await tokens.slice('window', token, 0, 1, LIMIT)).toEqual({ ok: false, failure: 'gone' });
    expect(await tokens.pathOf('window', token)).toBeNull();
  });

  test('a file that was changed can be opened again as it is now, by the window that chose it; its old token is gone', async () => {
    const { file, tokens } = tokensFor('abc');
    const { token } = await tokens.issue('window', file);
    appendFileSync(file, 'd');
    expect([await tokens.lossOf('window', token), await tokens.lossOf('other', token)]).toEqual(['changed', 'unknownToken']);
    expect(await tokens.reissue('other', token)).toBeNull();
    const again = await tokens.reissue('window', token);
    expect(again).toMatchObject({ name: 'orders.csv', bytes: 4 });
    expect(await tokens.lossOf('window', again!.token)).toBeNull();
    expect(await tokens.lossOf('window', token)).toBe('unknownToken');
    rmSync(file);
    expect(await tokens.lossOf('window', again!.token)).toBe('gone');
    await expect(tokens.reissue('window', again!.token)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test('a slice beyond the end or larger than allowed is refused', async () => {
    const { file, tokens } = tokensFor('abcdef');
    const { token } = await tokens.issue('window', file);
    expect(await tokens.slice('window', token, 6, 9, LIMIT)).toEqual({ ok: false, failure: 'badRange' });
    expect(await tokens.slice('window', token, 0, 5, 3)).toEqual({ ok: false, failure: 'tooLarge' });
  });

  test('a folder is not a file to import', async () => {
    await expect(new FileTokens<string>().issue('window', scratchFolder())).rejects.toMatchObject({ code: 'EISDIR' });
  });
});
