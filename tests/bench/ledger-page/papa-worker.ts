import Papa from 'papaparse';

globalThis.addEventListener('message', (event: MessageEvent<string>) => {
  void (async () => {
    const text = await (await fetch(event.data)).text();
    const { data } = Papa.parse<string[]>(text, { skipEmptyLines: true });
    globalThis.postMessage(data.length - 1);
  })();
});
globalThis.postMessage(0);
