import { describe, expect, test } from 'vitest';
import { importObjectSchema } from '@shared/records/import-object';
import { parseCommandLine } from '../../../../electron/headless/parse-command-line';
import { mainText } from '../../../../electron/main-text';

const parse = (line: string) => parseCommandLine(line.split(' ').filter(Boolean), mainText('en'));
const command = (line: string) => {
  const parsed = parse(line);
  if (!parsed.ok || parsed.value.kind !== 'command') throw new Error(`not a command: ${line}`);
  return parsed.value;
};
const fault = (line: string) => {
  const parsed = parse(line);
  return parsed.ok ? null : parsed.error;
};

describe('command line', () => {
  test('no words open the window, --workspace opens it on that folder', () => {
    expect(parse('')).toEqual({ ok: true, value: { kind: 'window', workspace: null } });
    expect(parse('--workspace /w')).toEqual({ ok: true, value: { kind: 'window', workspace: '/w' } });
  });

  test("Chromium's own switches are not ours", () => {
    expect(parse('--no-sandbox --inspect=0 --remote-debugging-port=0 --disable-gpu')).toEqual({ ok: true, value: { kind: 'window', workspace: null } });
    expect(command('--no-sandbox figures --json').command.name).toBe('figures');
  });

  test('the documented commands are read with all their options', () => {
    expect(command('import a.csv b.csv --as orders --workspace /w --json')).toEqual({ kind: 'command', workspace: '/w', json: true, command: { name: 'import', files: ['a.csv', 'b.csv'], as: 'orders' } });
    expect(command('figures --period 2017Q4 --scope East')).toEqual({ kind: 'command', workspace: null, json: false, command: { name: 'figures', period: '2017Q4', scope: 'East' } });
    expect(command('pack --period 2017-12 --out p.pdf --json').command).toEqual({ name: 'pack', period: '2017-12', scope: null, language: 'zh-CN', out: 'p.pdf' });
    expect(command('sample').command).toEqual({ name: 'sample', out: null });
    expect(command('backup --out w.smwb --workspace /w --passphrase-stdin --json')).toEqual({ kind: 'command', workspace: '/w', json: true, command: { name: 'backup', out: 'w.smwb', passphraseFromStdin: true } });
    expect(command('restore w.smwb --into /d').command).toEqual({ name: 'restore', file: 'w.smwb', into: '/d', passphraseFromStdin: false });
    expect(command('verify /w').command).toEqual({ name: 'verify', path: '/w', passphraseFromStdin: false });
  });

  test.each([
    ['figure --json', 'No such command: figure (there are import, figures, pack, sample, backup, restore and verify)'],
    ['--bogus', 'No such command: --bogus (there are import, figures, pack, sample, backup, restore and verify)'],
    ['figures --as orders', 'figures has no option --as'],
    ['figures --perod 2017', 'figures has no option --perod'],
    ['figures 2017', 'figures does not take “2017”'],
    ['figures --period', '--period needs a value'],
    ['figures --period --json', '--period needs a value'],
    ['import', 'import needs at least one file'],
    ['import a.csv --as invoices', `--as cannot be “invoices”; it may be ${importObjectSchema.options.join(', ')}`],
    ['pack --out p.pdf', 'pack needs --period'],
    ['pack --period 2017', 'pack needs --out'],
    ['pack --period 2017 --out p.pdf --language fr', '--language cannot be “fr”; it may be zh-CN, en'],
    ['backup', 'backup needs --out'],
    ['backup w.smwb', 'backup does not take “w.smwb”'],
    ['restore', 'restore needs FILE.smwb'],
    ['restore a.smwb b.smwb', 'restore does not take “b.smwb”'],
    ['verify', 'verify needs FILE.smwb | DIR'],
    ['figures --passphrase-stdin', 'figures has no option --passphrase-stdin'],
    ['--workspace', '--workspace needs a value'],
    ['--workspace /w figures', '--workspace does not take “figures”'],
  ])('«%s» is one clear line: %s', (line, expected) => {
    expect(fault(line)).toBe(expected);
  });
});
