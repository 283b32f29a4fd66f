import { z } from 'zod';
import { type Figures, figuresSchema } from '@shared/contracts/figures';
import { runHeadless } from '../launch/run-headless';
import type { TestMachine } from '../launch/test-machine';

/** What `import --json` says about one file; nothing less and nothing more. */
const importedFileSchema = z.strictObject({
  file: z.string(),
  object: z.string(),
  source: z.string(),
  rows: z.int(),
  new: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  rejected: z.int(),
  leftOut: z.int(),
  reasons: z.array(z.strictObject({ line: z.int(), column: z.string(), header: z.string(), code: z.string(), detail: z.string() })),
  undecidedMoves: z.array(z.strictObject({ name: z.string(), from: z.string(), to: z.string() })),
  totals: z.array(z.strictObject({ column: z.string(), field: z.string(), source: z.string(), booked: z.string(), difference: z.string() })),
});
export type ImportedFile = z.infer<typeof importedFileSchema>;

const writtenPackSchema = z.strictObject({ pdf: z.string(), pages: z.int(), bytes: z.int(), title: z.string(), draft: z.boolean(), people: z.int(), period: z.string(), scope: z.string() });

/** Runs a command with `--json` on the machine's workspace; the whole of stdout must be its one JSON value. Throws if it failed. */
async function answerOf(machine: TestMachine, words: readonly string[]): Promise<unknown> {
  const run = await runHeadless(machine, [...words, '--workspace', machine.workspaceFolder, '--json']);
  if (run.code !== 0) throw new Error(`${words.join(' ')} ended with ${run.code}: ${run.stderr}`);
  return JSON.parse(run.stdout);
}

export const importHeadless = async (machine: TestMachine, files: readonly string[], ...more: readonly string[]): Promise<ImportedFile[]> => z.array(importedFileSchema).parse(await answerOf(machine, ['import', ...files, ...more]));

export const figuresHeadless = async (machine: TestMachine, period: string, ...more: readonly string[]): Promise<Figures> => figuresSchema.parse(await answerOf(machine, ['figures', '--period', period, ...more]));

export const packHeadless = async (machine: TestMachine, period: string, out: string, ...more: readonly string[]) => writtenPackSchema.parse(await answerOf(machine, ['pack', '--period', period, '--out', out, ...more]));

/** What the app itself wrote on stderr: Chromium's remarks about the machine left out. */
export const ownLines = (stderr: string): string[] => stderr.split('\n').filter((line) => line.trim() !== '' && !/:(ERROR|WARNING|INFO):/.test(line));
