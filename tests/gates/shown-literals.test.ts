import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { shownLiterals } from './shown-literals';
import { readSources } from './source-files';

const planted = (text: string, file = 'renderer/features/targets/planted.tsx') => shownLiterals([{ path: file, text: `\n${text}\n` }]);

test('the program shows no words but its messages', () => expect(shownLiterals(readSources(path.resolve(import.meta.dirname, '../..')))).toEqual([]));

describe('a word that stands in code is red', () => {
  test.each([
    ['between tags', 'const a = <p>Saved</p>;', 'Saved'],
    ['as an expression', "const a = <p>{'Saved'}</p>;", 'Saved'],
    ['as a unit behind a figure', 'const a = <p>{`${n} rows`}</p>;', 'rows'],
    ['as one of two answers', "const a = <p>{done ? 'yes' : t('ui.no')}</p>;", 'yes'],
    ['where there is nothing else', "const a = <p>{name ?? 'nobody'}</p>;", 'nobody'],
    ['in a fragment', 'const a = <>by {name}</>;', 'by'],
    ['as a name for screen readers', 'const a = <button aria-label="close" />;', 'close'],
    ['as a tooltip', 'const a = <button title={`open ${name}`} />;', 'open'],
    ['as a placeholder', "const a = <input placeholder={'Find'} />;", 'Find'],
    ['as the head of a column', "const a = [{ key: 'file', head: 'File' }];", 'File'],
    ['as a notification', "notifications.show({ message: 'All is saved' });", 'All is saved'],
    ['on its way to the screen', "const words = 'Nothing to undo';", 'Nothing to undo'],
    ['in Chinese', 'const a = <p>目标</p>;', '目标'],
  ])('%s', (_where, text, words) => expect(planted(text)).toEqual([`renderer/features/targets/planted.tsx:2: text outside the messages: ${words}`]));

  test('in a menu of main', () => expect(planted("const menu = [{ label: 'Quit' }];", 'electron/planted.ts')).toHaveLength(1));

  test('in code that cannot be read', () => expect(planted('const = <p>Saved</p>;')).not.toEqual([]));
});

test.each([
  ['a message', "const a = <p title={t('ui.close')}>{t('ui.saved', { name })}</p>;"],
  ['a key of a message', "const a = [{ key: 'file', head: 'imports.colFile' }];"],
  ['figures and signs', 'const a = <p>{`${n} %`} · – ×</p>;'],
  ['keys of the keyboard', 'const a = <><Kbd>Alt ↑</Kbd><p title={`${name} (Ctrl Shift Z)`} /></>;'],
  ['names of classes and roles', 'const a = <p className="quiet" role="status" data-kind="sum" />;'],
  ['what is thrown or logged', "call('log.write', { level: 'warn', message: `A copy failed: ${x}` }); throw new Error('No such page');"],
])('%s is not', (_what, text) => expect(planted(text)).toEqual([]));

test('nor are tests and tools, which speak to those who build it', () => {
  for (const file of ['tests/unit/planted.tsx', 'electron/dev/planted.mjs', 'resources/planted.ts']) expect(planted("const words = { label: 'Building it' };", file)).toEqual([]);
});
