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
    expect(command('import a.csv b.csv --as orders --workspace /w --json')).toEqual({ kind: 'command', workspace: '/w', json: true, command: { name: 'import', files: ['a.csv', 'b.csv'], as: 'orders', moves: null, answers: { taxBasis: null, rates: [], dates: [], shares: [] } } });
    expect(command('import people.csv --moves 2026-09-01')).toMatchObject({ command: { moves: '2026-09-01' } });
    expect(command('import people.csv --as people --moves correction')).toMatchObject({ command: { as: 'people', moves: 'correction' } });
    expect(command('figures --period 2017Q4 --scope East')).toEqual({ kind: 'command', workspace: null, json: false, command: { name: 'figures', period: '2017Q4', scope: 'East' } });
    expect(command('pack --period 2017-12 --out p.pdf --json').command).toEqual({ name: 'pack', period: '2017-12', scope: null, language: 'zh-CN', out: 'p.pdf' });
    expect(command('sample').command).toEqual({ name: 'sample', out: null });
    expect(command('backup --out w.smwb --workspace /w --passphrase-stdin --json')).toEqual({ kind: 'command', workspace: '/w', json: true, command: { name: 'backup', out: 'w.smwb', passphraseFromStdin: true } });
    expect(command('restore w.smwb --into /d').command).toEqual({ name: 'restore', file: 'w.smwb', into: '/d', passphraseFromStdin: false });
    expect(command('verify /w').command).toEqual({ name: 'verify', path: '/w', passphraseFromStdin: false });
  });

  test('what an import would ask can be answered beforehand, more than once where there is more than one', () => {
    const asked = command('import a.csv --tax exclusive --rate USD=7.12 --rate EUR=7.8 --date 下单日期=serial1900 --date Close=dmy --share 概率=percent').command;
    expect(asked).toMatchObject({
      answers: { taxBasis: 'exclusive', rates: [{ currency: 'USD', rate: '7.12' }, { currency: 'EUR', rate: '7.8' }], dates: [{ column: '下单日期', order: 'serial1900' }, { column: 'Close', order: 'dmy' }], shares: [{ column: '概率', unit: 'percent' }] },
    });
  });

  test.each([
    ['import a.csv --tax net', '--tax cannot be “net”; it may be inclusive, exclusive'],
    ['import a.csv --rate USD=-1', '--rate cannot be “USD=-1”; it may be USD=7.1234'],
    ['import a.csv --rate 7.12', '--rate cannot be “7.12”; it may be USD=7.1234'],
    ['import a.csv --share P=half', '--share cannot be “P=half”; it may be COLUMN=fraction, COLUMN=percent'],
    ['import a.csv --date dmy', '--date cannot be “dmy”; it may be COLUMN=ymd, COLUMN=mdy, COLUMN=dmy, COLUMN=serial1900, COLUMN=serial1904'],
    ['figures --rate USD=7', 'figures has no option --rate'],
    ['figure --json', 'No such command: figure (there are import, figures, pack, sample, backup, restore and verify)'],
    ['--bogus', 'No such command: --bogus (there are import, figures, pack, sample, backup, restore and verify)'],
    ['figures --as orders', 'figures has no option --as'],
    ['figures --perod 2017', 'figures has no option --perod'],
    ['figures 2017', 'figures does not take “2017”'],
    ['figures --period', '--period needs a value'],
    ['figures --period --json', '--period needs a value'],
    ['import', 'import needs at least one file'],
    ['import a.csv --moves 2026-02-30', '--moves cannot be “2026-02-30”; it may be correction, YYYY-MM-DD'],
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
