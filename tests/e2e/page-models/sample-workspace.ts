import { cpSync } from 'node:fs';
import path from 'node:path';
import { runHeadless } from '../launch/run-headless';
import { prepareMachine, type TestMachine } from '../launch/test-machine';

/** A machine whose workspace is the filled sample; made by the headless `sample` command. Throws if that failed. */
export async function machineWithSample(): Promise<TestMachine> {
  const machine = await prepareMachine();
  const run = await runHeadless(machine, ['sample', '--workspace', machine.workspaceFolder, '--out', path.join(machine.home, 'sample.pdf'), '--json']);
  if (run.code !== 0) throw new Error(`sample ended with ${run.code}: ${run.stderr}`);
  return machine;
}

/** Another machine with a copy of a machine's workspace: what a test does there stays there. */
export async function machineLike(made: TestMachine): Promise<TestMachine> {
  const machine = await prepareMachine();
  cpSync(made.workspaceFolder, machine.workspaceFolder, { recursive: true });
  return machine;
}
