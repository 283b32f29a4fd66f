import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { runHeadless } from '../launch/run-headless';
import { prepareMachine, projectRoot, type TestMachine } from '../launch/test-machine';

/**
 * A machine whose workspace is the filled sample. The headless `sample` command makes it once per build and keeps it in
 * the ignored `out/`; every file of tests gets a copy of its own. Throws if the command failed.
 */
export async function machineWithSample(): Promise<TestMachine> {
  const machine = await prepareMachine();
  const kept = path.join(projectRoot, 'out/test-sample', buildKey());
  if (!existsSync(kept)) {
    const run = await runHeadless(machine, ['sample', '--workspace', machine.workspaceFolder, '--out', path.join(machine.home, 'sample.pdf'), '--json']);
    if (run.code !== 0) throw new Error(`sample ended with ${run.code}: ${run.stderr}`);
    // Copied under another name first, so that a broken copy is never taken for the sample.
    const copying = `${kept}.${process.pid}`;
    mkdirSync(path.dirname(kept), { recursive: true });
    cpSync(machine.workspaceFolder, copying, { recursive: true });
    keepOnce(copying, kept);
    return machine;
  }
  cpSync(kept, machine.workspaceFolder, { recursive: true });
  return machine;
}

/** Another file of tests may have made the same meanwhile: then that one stays. */
function keepOnce(copying: string, kept: string): void {
  try {
    renameSync(copying, kept);
  } catch (error) {
    if (!existsSync(kept)) throw error;
    rmSync(copying, { recursive: true });
  }
}

/** Changes whenever the program does: its pages carry the hashes of everything they load. */
function buildKey(): string {
  const hash = createHash('sha256');
  for (const file of ['renderer/index.html', 'renderer/command.html', 'renderer/print.html', 'main/main.cjs']) hash.update(readFileSync(path.join(projectRoot, 'dist', file)));
  return hash.digest('hex').slice(0, 16);
}

/** Another machine with a copy of a machine's workspace: what a test does there stays there. */
export async function machineLike(made: TestMachine): Promise<TestMachine> {
  const machine = await prepareMachine();
  cpSync(made.workspaceFolder, machine.workspaceFolder, { recursive: true });
  return machine;
}
