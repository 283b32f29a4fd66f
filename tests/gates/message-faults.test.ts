import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { catalogue } from '@shared/messages/catalogue';
import { chineseLiterals } from './chinese-literals';
import { lostCodes, messageFaults } from './message-faults';
import { readSources } from './source-files';

const sources = readSources(path.resolve(import.meta.dirname, '../..'));
const one = (zh: Record<string, string>, en: Record<string, string>) => messageFaults({ 'zh-CN': { planted: zh }, en: { planted: en } });

describe('both languages say the same', () => {
  test.each([
    ['a key without English', { a: '甲', b: '乙' }, { a: 'A' }, ['planted.b: not in English']],
    ['a key without Chinese', { a: '甲' }, { a: 'A', b: 'B' }, ['planted.b: not in Chinese']],
    ['another parameter', { a: '{{n}} 行' }, { a: '{{m}} lines' }, ['planted.a: {{m}} in English, {{n}} in Chinese']],
    ['a forgotten parameter', { a: '{{n}} 行' }, { a: 'lines' }, ['planted.a: {{}} in English, {{n}} in Chinese']],
    ['Chinese in English', { a: '撤销' }, { a: 'Undo 撤销' }, ['planted.a: not English: Undo 撤销']],
    ['Chinese punctuation in English', { a: '撤销' }, { a: 'Undo。' }, ['planted.a: not English: Undo。']],
    ['English in Chinese', { a: 'Nothing to undo' }, { a: 'Nothing to undo' }, ['planted.a: not Chinese: Nothing to undo']],
    ['an empty text', { a: '' }, { a: ' ' }, ['planted.a: empty in Chinese', 'planted.a: empty in English']],
    ['a plural without a singular', { a: '{{count}} 行' }, { a: '{{count}} rows' }, ['planted.a: has no singular, «1 …s»']],
    ['a singular of nothing counted', { a: '行' }, { a: 'rows', a_one: 'row' }, ['planted.a_one: a singular of a text that counts nothing']],
    ['a singular of no text', { a: '行' }, { a: 'rows', b_one: 'row' }, ['planted.b_one: not in Chinese', 'planted.b_one: a singular of a text that counts nothing']],
  ])('%s is red', (_what, zh, en, faults) => expect(one(zh, en)).toEqual(faults));

  test.each([
    ['a plural with its singular', { a: '{{count}} 行' }, { a: '{{count}} rows', a_one: '{{count}} row' }],
    ['names of systems and formats', { a: '从金蝶或 Zoho CRM 导出 CSV' }, { a: 'Export a CSV from 金蝶 or Zoho CRM' }],
  ])('%s is not', (_what, zh, en) => expect(one(zh, en)).toEqual([]));

  test('a whole module that one language lacks is red', () => {
    expect(messageFaults({ 'zh-CN': catalogue['zh-CN'], en: { ...catalogue.en, drill: {} } })).toContain('drill.rows: not in English');
  });
});

describe('every answer of the program has words', () => {
  const without = (module: keyof (typeof catalogue)['zh-CN'], key: string) => {
    const texts = Object.fromEntries(Object.entries(catalogue['zh-CN'][module]).filter(([name]) => name !== key));
    return lostCodes({ en: catalogue.en, 'zh-CN': { ...catalogue['zh-CN'], [module]: texts } }, sources);
  };

  test.each([
    ['a failed call', 'calls', 'file_diskFull', 'file.diskFull'],
    ['a refused row', 'issues', 'row_ragged', 'row.ragged'],
    ['a refused file', 'issues', 'file_zip', 'file.zip'],
    ['what to do about a refused file', 'issues', 'file_zip_next', 'file.zip.next'],
    ['a refused command', 'refusals', 'targets_locked', 'targets.locked'],
    ['a change of a fixed kind', 'changes', 'plan_commit', 'plan_commit'],
    ['a change whose kind is handed on', 'changes', 'target_set', 'target_set'],
    ['an import', 'changes', 'import_commit', 'import_commit'],
  ] as const)('%s without words is red', (_what, module, key, code) => {
    expect(without(module, key).map((fault) => fault.replace('_next', '.next'))).toEqual([`${module}: no words for ${code}`]);
  });

  test('a search that finds no codes is red', () => expect(lostCodes(catalogue, [])).toEqual(['No refusal or no change label was found: the search itself is broken']));
});

describe('Chinese text stands in the messages alone', () => {
  const literals = (file: string, text: string) => chineseLiterals([{ path: file, text }]);

  test.each([
    ["const title = '目标';", '目标'],
    ['const title = `共 ${count}`;', '共'],
    ['const title = `${count} 行`;', '行'],
    ['const title = <p>目标</p>;', '目标'],
    ['const title = <p title="目标" />;', '目标'],
    ['const month = /年/;', '年'],
    ['const title = `${chapter}：${name}`;', '：'],
  ])('%s is red in a feature', (text, words) => {
    const found = literals('renderer/features/targets/planted.tsx', `\n${text}\n`);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(new RegExp(`^renderer/features/targets/planted\\.tsx:2: .*${words}`));
  });

  test('code that cannot be read is red', () => expect(literals('renderer/planted.ts', "const = '目标';")).not.toEqual([]));

  test('a comment is not', () => expect(literals('renderer/planted.ts', '/** 超额保险 */\nexport const buffer = 1; // 不平\n')).toEqual([]));

  test('nor are messages and the words of imported files', () => {
    for (const file of ['shared/messages/zh-CN/ui.ts', 'shared/domain/imports/stage-outcome.ts', 'resources/sample/names.ts', 'tests/unit/planted.ts']) expect(literals(file, "const word = '赢单';")).toEqual([]);
  });
});
