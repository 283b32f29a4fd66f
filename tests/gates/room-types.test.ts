import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { copyHouse } from './house-copy';
import { runTool } from './run-tool';

const root = path.resolve(import.meta.dirname, '../..');
const tsc = 'typescript7/bin/tsc';

/** Each is wrong in its room: [what, file, text, the error]. */
const breaks: readonly (readonly [what: string, file: string, text: string, error: string])[] = [
  ['the DOM in shared', 'shared/planted-dom.ts', 'export const title = document.title;\n', 'TS2584'],
  ['node in shared', 'shared/planted-node.ts', "import { readFileSync } from 'node:fs';\nexport const read = readFileSync;\n", 'TS2591'],
  ['node in renderer', 'renderer/planted-node.ts', "import { readFileSync } from 'node:fs';\nexport const read = [readFileSync, process.cwd()];\n", 'TS2591'],
  ['the DOM in electron', 'electron/planted-dom.ts', 'export const title = document.title;\n', 'TS2584'],
  ['null where text is due', 'tests/planted-null.ts', 'export const text: string = null;\n', 'TS2322'],
  ['an element that may be missing', 'shared/planted-index.ts', 'export const first = (list: readonly string[]): string => list[0];\n', 'TS2322'],
  ['undefined for a property that may only be absent', 'renderer/planted-optional.ts', 'export const box: { size?: number } = { size: undefined };\n', 'TS2375'],
];

describe('each room is checked by its own settings', () => {
  const settings = (room: string) => `${room}/planted-tsconfig.json`;
  const house = copyHouse(
    {
      ...Object.fromEntries(breaks.map(([, file, text]) => [file, text])),
      ...Object.fromEntries(['shared', 'renderer', 'electron', 'tests'].map((room) => [settings(room), `{ "extends": "./tsconfig.json", "compilerOptions": { "incremental": false, "tsBuildInfoFile": null }, "include": ["planted-*"] }\n`])),
    },
    [],
  );
  afterAll(() => house.remove());
  const reports = new Map<string, Promise<{ ok: boolean; text: string }>>();
  const reportOf = (room: string) => reports.get(room) ?? reports.set(room, runTool(house.root, [tsc, '-p', settings(room), '--pretty', 'false'])).get(room);

  test.each(breaks)('%s is red', async (_what, file, _text, error) => {
    const report = await reportOf(file.slice(0, file.indexOf('/')));
    expect(report?.ok).toBe(false);
    expect(report?.text).toMatch(new RegExp(`${path.basename(file).replace('.', '\\.')}\\(\\d+,\\d+\\): error ${error}`));
  });
});

describe('no dependency brings in what a room must not see', () => {
  const filesOf = async (room: string) => (await runTool(root, [tsc, '-p', room, '--listFilesOnly'])).text.split('\n');

  test('shared: neither node nor the DOM', async () => {
    const files = await filesOf('shared');
    expect(files.length).toBeGreaterThan(100);
    expect(files.filter((file) => /@types\/node\/|lib\.dom\./.test(file))).toEqual([]);
  });

  test('renderer: not node', async () => {
    const files = await filesOf('renderer');
    expect(files.length).toBeGreaterThan(300);
    expect(files.filter((file) => file.includes('@types/node/'))).toEqual([]);
  });
});
