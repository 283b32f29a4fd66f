import type { ImportAnswers } from '@shared/contracts/headless-command';
import { dateOrderSchema, shareUnitSchema } from '@shared/contracts/import-run';
import { importObjectSchema, type ImportObject } from '@shared/records/import-object';
import { type Day, isDay } from '@shared/kernel/day';
import { exchangeRateSchema, taxBasisSchema } from '@shared/records/source-rule';
import { err, ok, type Result } from '@shared/kernel/result';
import type { MainText } from '../main-text';

/** What the command line asks for: a headless command, or the window (perhaps on a certain workspace). */
export type CommandLine =
  | { readonly kind: 'window'; readonly workspace: string | null }
  | { readonly kind: 'command'; readonly command: CommandRequest; readonly workspace: string | null; readonly json: boolean };

export type CommandRequest =
  | { readonly name: 'import'; readonly files: readonly string[]; readonly as: ImportObject | null; readonly moves: 'correction' | Day | null; readonly answers: ImportAnswers }
  | { readonly name: 'figures'; readonly period: string | null; readonly scope: string | null }
  | { readonly name: 'pack'; readonly period: string; readonly scope: string | null; readonly language: 'zh-CN' | 'en'; readonly out: string }
  | { readonly name: 'sample'; readonly out: string | null }
  | { readonly name: 'backup'; readonly out: string; readonly passphraseFromStdin: boolean }
  | { readonly name: 'restore'; readonly file: string; readonly into: string | null; readonly passphraseFromStdin: boolean }
  | { readonly name: 'verify'; readonly path: string; readonly passphraseFromStdin: boolean };

const valued = ['--as', '--moves', '--tax', '--rate', '--date', '--share', '--workspace', '--period', '--scope', '--out', '--language', '--into'] as const;
type Valued = (typeof valued)[number];
const isValued = (word: string): word is Valued => (valued as readonly string[]).includes(word);

const optionsOf: Readonly<Record<CommandRequest['name'], readonly Valued[]>> = {
  import: ['--as', '--moves', '--tax', '--rate', '--date', '--share', '--workspace'],
  figures: ['--period', '--scope', '--workspace'],
  pack: ['--period', '--scope', '--out', '--language', '--workspace'],
  sample: ['--out', '--workspace'],
  backup: ['--out', '--workspace'],
  restore: ['--into'],
  verify: [],
};
/** Commands that are told what to work on by a word of its own, and how many such words they take. */
const wordsOf: Readonly<Partial<Record<CommandRequest['name'], number>>> = { import: Infinity, restore: 1, verify: 1 };
/** A passphrase never stands on the command line, where every process can read it. */
const FROM_STDIN = '--passphrase-stdin';
const takesPassphrase: ReadonlySet<CommandRequest['name']> = new Set(['backup', 'restore', 'verify']);
const isCommand = (word: string): word is CommandRequest['name'] => Object.hasOwn(optionsOf, word);

/** Chromium's own switches and Playwright's, which Electron leaves in argv before ours. */
const chromiumSwitch = /^--(?:no-sandbox|inspect(?:-brk)?|remote-debugging-port|remote-debugging-pipe|disable-[a-z-]+|enable-[a-z-]+|ozone-platform|headless|allow-file-access-from-files|original-process-start-time|user-data-dir|force-device-scale-factor|lang)(?:=.*)?$/;

/**
 * Reads the words after the program (from a checkout: after the app folder). Anything unknown, missing or surplus
 * is one clear line in the reader's language; nothing is guessed.
 */
export function parseCommandLine(words: readonly string[], text: MainText): Result<CommandLine, string> {
  const own = words.filter((word) => !chromiumSwitch.test(word));
  const [first] = own;
  if (first === undefined) return ok({ kind: 'window', workspace: null });
  if (first === '--workspace') return parseWindow(own, text);
  if (!isCommand(first)) return err(text('unknownCommand', { word: first }));
  const read = readOptions(first, own.slice(1), text);
  if (!read.ok) return read;
  const { options, given, files, json, passphraseFromStdin } = read.value;
  const command = buildCommand(first, options, given, files, passphraseFromStdin, text);
  return command.ok ? ok({ kind: 'command', command: command.value, workspace: options.get('--workspace') ?? null, json }) : command;
}

function parseWindow(words: readonly string[], text: MainText): Result<CommandLine, string> {
  const [option, workspace, surplus] = words;
  if (workspace === undefined) return err(text('optionNeedsValue', { word: option! }));
  if (surplus !== undefined) return err(text('noMoreWords', { command: option!, word: surplus }));
  return ok({ kind: 'window', workspace });
}

interface Read {
  readonly options: ReadonlyMap<Valued, string>;
  /** Every option in the order given: some may be given more than once. */
  readonly given: readonly (readonly [Valued, string])[];
  readonly files: readonly string[];
  readonly json: boolean;
  readonly passphraseFromStdin: boolean;
}

function readOptions(command: CommandRequest['name'], words: readonly string[], text: MainText): Result<Read, string> {
  const options = new Map<Valued, string>();
  const given: [Valued, string][] = [];
  const files: string[] = [];
  let json = false;
  let passphraseFromStdin = false;
  for (let index = 0; index < words.length; index++) {
    const word = words[index]!;
    if (word === '--json') json = true;
    else if (word === FROM_STDIN && takesPassphrase.has(command)) passphraseFromStdin = true;
    else if (word.startsWith('-')) {
      if (!isValued(word) || !optionsOf[command].includes(word)) return err(text('unknownOption', { command, word }));
      const value = words[++index];
      if (value === undefined || value.startsWith('--')) return err(text('optionNeedsValue', { word }));
      options.set(word, value);
      given.push([word, value]);
    } else if (files.length < (wordsOf[command] ?? 0)) files.push(word);
    else return err(text('noMoreWords', { command, word }));
  }
  return ok({ options, given, files, json, passphraseFromStdin });
}

function buildCommand(name: CommandRequest['name'], options: Read['options'], given: Read['given'], files: readonly string[], passphraseFromStdin: boolean, text: MainText): Result<CommandRequest, string> {
  const missing = (word: Valued) => err(text('optionMissing', { command: name, word }));
  const wrong = (word: Valued, value: string, allowed: readonly string[]) => err(text('optionValue', { word, value, allowed: allowed.join(', ') }));
  const scope = options.get('--scope') ?? null;
  switch (name) {
    case 'import': {
      if (files.length === 0) return err(text('importNeedsFile'));
      const moves = options.get('--moves') ?? null;
      if (moves !== null && moves !== 'correction' && !isDay(moves)) return wrong('--moves', moves, ['correction', 'YYYY-MM-DD']);
      const as = options.get('--as');
      const answers = readAnswers(given, wrong);
      if (!answers.ok) return answers;
      if (as === undefined) return ok({ name, files, as: null, moves, answers: answers.value });
      const object = importObjectSchema.safeParse(as);
      return object.success ? ok({ name, files, as: object.data, moves, answers: answers.value }) : wrong('--as', as, importObjectSchema.options);
    }
    case 'figures':
      return ok({ name, period: options.get('--period') ?? null, scope });
    case 'pack': {
      const period = options.get('--period');
      const out = options.get('--out');
      const language = options.get('--language') ?? 'zh-CN';
      if (period === undefined) return missing('--period');
      if (out === undefined) return missing('--out');
      if (language !== 'zh-CN' && language !== 'en') return wrong('--language', language, ['zh-CN', 'en']);
      return ok({ name, period, scope, language, out });
    }
    case 'sample':
      return ok({ name, out: options.get('--out') ?? null });
    case 'backup': {
      const out = options.get('--out');
      return out === undefined ? missing('--out') : ok({ name, out, passphraseFromStdin });
    }
    case 'restore':
      return files[0] === undefined ? err(text('commandNeedsPath', { command: name, word: 'FILE.smwb' })) : ok({ name, file: files[0], into: options.get('--into') ?? null, passphraseFromStdin });
    case 'verify':
      return files[0] === undefined ? err(text('commandNeedsPath', { command: name, word: 'FILE.smwb | DIR' })) : ok({ name, path: files[0], passphraseFromStdin });
  }
}

type Wrong = (word: Valued, value: string, allowed: readonly string[]) => Result<never, string>;

/** What an import is told beforehand: `--tax inclusive`, `--rate USD=7.12`, `--date COLUMN=dmy`, `--share COLUMN=percent`. */
function readAnswers(given: Read['given'], wrong: Wrong): Result<ImportAnswers, string> {
  const answers: Answers = { taxBasis: null, rates: [], dates: [], shares: [] };
  for (const [word, value] of given) {
    const at = value.lastIndexOf('=');
    const [left, right] = [value.slice(0, Math.max(at, 0)).trim(), value.slice(at + 1).trim()];
    const bad = takeAnswer(answers, word, left, right);
    if (bad !== null) return wrong(word, value, bad);
  }
  return ok(answers);
}

type Answers = { -readonly [K in keyof ImportAnswers]: ImportAnswers[K] };

/** Null when the answer was understood (or is none), else what would be. */
function takeAnswer(answers: Answers, word: Valued, left: string, right: string): readonly string[] | null {
  if (word === '--tax') {
    const tax = taxBasisSchema.safeParse(right);
    if (!tax.success) return taxBasisSchema.options;
    answers.taxBasis = tax.data;
  } else if (word === '--rate') {
    const rate = exchangeRateSchema.safeParse({ currency: left, rate: right });
    if (!rate.success) return ['USD=7.1234'];
    answers.rates.push(rate.data);
  } else if (word === '--date') {
    const order = dateOrderSchema.safeParse(right);
    if (!order.success || left === '') return dateOrderSchema.options.map((option) => `COLUMN=${option}`);
    answers.dates.push({ column: left, order: order.data });
  } else if (word === '--share') {
    const unit = shareUnitSchema.safeParse(right);
    if (!unit.success || left === '') return shareUnitSchema.options.map((option) => `COLUMN=${option}`);
    answers.shares.push({ column: left, unit: unit.data });
  }
  return null;
}
