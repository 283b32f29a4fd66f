import { describe, expect, test } from 'vitest';
import { fileFaults } from './file-faults';

const lines = (count: number) => 'const one = 1;\n'.repeat(count);
const faults = (path: string, text = '') => fileFaults([{ path, text }, ...Array.from({ length: 20 }, (_, at) => ({ path: `shared/small-${at}.ts`, text: lines(10) }))]);

describe('names', () => {
  test.each(['renderer/ui/FigureButton.tsx', 'shared/kernel/hybrid_clock.ts', 'renderer/ui/panelPage.module.css', 'resources/样本.csv'])('%s is not kebab-case', (path) => expect(faults(path)).toEqual([`${path}: not kebab-case`]));

  test.each(['index.ts', 'utils.ts', 'helpers.mjs', 'common.ts', 'types.ts', 'constants.tsx'])('%s says nothing', (name) => expect(faults(`renderer/ui/${name}`)).toEqual([`renderer/ui/${name}: the name says nothing of what it holds`]));

  test.each(['renderer/index.html', 'renderer/ui/panel.module.css', 'electron/dev/find-electron.d.mts', 'tests/gates/room-types.test.ts', 'resources/import-presets/zoho-crm.json'])('%s is a good name', (path) => expect(faults(path)).toEqual([]));
});

describe('lengths', () => {
  test('400 lines fit, 401 do not', () => {
    expect(faults('shared/long.ts', lines(400))).toEqual([]);
    expect(faults('shared/long.ts', lines(401))).toEqual(['shared/long.ts: 401 lines, at most 400']);
  });

  const house = (share: number, length: number) => fileFaults(Array.from({ length: 100 }, (_, at) => ({ path: `shared/file-${at}.ts`, text: lines(at < share ? length : 10) })));

  test('half of the files may not be longer than 90 lines', () => {
    expect(house(49, 91)).toEqual([]);
    expect(house(51, 91)).toEqual(['The median file has 91 lines, at most 90']);
  });

  test('one in ten may be longer than 250 lines', () => {
    expect(house(9, 251)).toEqual([]);
    expect(house(11, 251)).toEqual(['Nine files in ten have up to 251 lines, at most 250']);
  });
});

describe('nothing is put off or switched off', () => {
  // Written in two parts, so that the gate does not find them here.
  test.each([['// TO', 'DO later'], ['// FIX', 'ME'], ['// XX', 'X'], ['test.sk', "ip('later', () => {})"], ['describe.on', "ly('this', () => {})"], ['test.each([1]).sk', 'ip'], ['it.to', "do('later')"], ['// oxlint-dis', 'able-next-line'], ['// @ts-exp', 'ect-error']])('%s%s is red', (head, tail) => {
    const line = `${head}${tail}`.replace('.each([1])', '.concurrent');
    expect(faults('tests/planted.test.ts', `const one = 1;\n${line}\n`)).toEqual([`tests/planted.test.ts:2: put off or switched off: ${line}`]);
  });

  test('words that merely look so are not', () => expect(faults('shared/planted.ts', 'list.skip(1); // todos and only\n')).toEqual([]));
});
