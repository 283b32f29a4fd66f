import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { calls } from '@shared/messages/zh-CN/calls';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { buildPipeline } from '../builders/pipeline';
import { writePipeline } from '../builders/pipeline-files';
import { runHeadless } from './launch/run-headless';
import { prepareMachine, type TestMachine } from './launch/test-machine';
import { importHeadless } from './page-models/headless';

const PASSPHRASE = 'four quite unrelated words';
const contentSchema = z.object({ canonicalHash: z.string().regex(/^[0-9a-f]{64}$/), journalSeq: z.int().min(1) });

let machine: TestMachine;
let hash: string;
beforeAll(async () => {
  machine = await prepareMachine();
  await importHeadless(machine, writePipeline(machine.home, buildPipeline(100)));
  hash = (await answered(['verify', machine.workspaceFolder])).canonicalHash;
});
afterAll(() => machine.dispose());

const at = (name: string) => path.join(machine.home, name);

async function answered(words: readonly string[], input = '') {
  const run = await runHeadless(machine, [...words, '--json'], input);
  expect(run.code, run.stderr).toBe(0);
  return contentSchema.parse(JSON.parse(run.stdout));
}

async function refused(words: readonly string[], input = ''): Promise<string> {
  const run = await runHeadless(machine, words, input);
  expect(run).toMatchObject({ code: 1, stdout: '' });
  return run.stderr;
}

test('a workspace backed up, verified and restored elsewhere holds the same, also under a passphrase from stdin', async () => {
  for (const [name, words, input] of [['plain', [], ''], ['locked', ['--passphrase-stdin'], `${PASSPHRASE}\n`]] as const) {
    const file = at(`${name}.smwb`);
    expect((await answered(['backup', '--out', file, '--workspace', machine.workspaceFolder, ...words], input)).canonicalHash).toBe(hash);
    expect((await answered(['verify', file, ...words], input)).canonicalHash).toBe(hash);
    expect((await answered(['restore', file, '--into', at(name), ...words], input)).canonicalHash).toBe(hash);
    expect((await answered(['verify', at(name)])).canonicalHash).toBe(hash);
  }
  expect(await refused(['restore', at('locked.smwb'), '--into', at('no'), '--passphrase-stdin'], 'another\n')).toContain(calls.keep_passphrase);
  expect(await refused(['verify', at('locked.smwb')])).toContain(calls.keep_passphrase);
  expect(await refused(['restore', at('plain.smwb'), '--into', at('locked')])).toContain(calls.workspace_exists);
  expect(existsSync(at('no'))).toBe(false);
});

test('a damaged file is refused by name, nothing is made of it, and a file that is not one of ours is told so', async () => {
  await answered(['backup', '--out', at('whole.smwb'), '--workspace', machine.workspaceFolder]);
  const bytes = readFileSync(at('whole.smwb'));
  writeFileSync(at('cut.smwb'), bytes.subarray(0, bytes.length / 2));
  expect(await refused(['restore', at('cut.smwb'), '--into', at('none')])).toContain(`cut.smwb: ${calls.keep_damaged}`);
  expect(existsSync(at('none'))).toBe(false);
  writeFileSync(at('holiday.smwb'), 'not a backup');
  expect(await refused(['verify', at('holiday.smwb')])).toContain(`holiday.smwb: ${calls.keep_notBackup}`);
});
