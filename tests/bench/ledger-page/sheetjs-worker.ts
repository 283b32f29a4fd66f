import { read } from '@e965/xlsx';

globalThis.addEventListener('message', (event: MessageEvent<string>) => {
  void (async () => {
    const bytes = await (await fetch(event.data)).arrayBuffer();
    const book = read(bytes, { type: 'array', dense: true });
    globalThis.postMessage((book.Sheets[book.SheetNames[0]!]!['!data']?.length ?? 1) - 1);
  })();
});
globalThis.postMessage(0);
