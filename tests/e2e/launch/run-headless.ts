import { spawn } from 'node:child_process';
import type { TestMachine } from './test-machine';

export interface HeadlessRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a headless command of the built app to its end, `input` on its stdin. stdout is all of it: a test may parse it as the one JSON it must be. */
export function runHeadless(machine: TestMachine, words: readonly string[], input = ''): Promise<HeadlessRun> {
  return new Promise((resolve, reject) => {
    const child = spawn(machine.executable, [...machine.words, ...words], { env: machine.env, stdio: ['pipe', 'pipe', 'pipe'] });
    child.stdin.on('error', reject).end(input);
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, stdout, stderr }));
  });
}
