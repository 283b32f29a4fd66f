import { spawn } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';

/** Runs a tool's script (a path below node_modules, then its words) in `cwd` and answers all it said. Rejects if it cannot start. */
export function runTool(cwd: string, [script, ...words]: readonly string[]): Promise<{ ok: boolean; text: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(cwd, 'node_modules', String(script)), ...words], { cwd, env: { ...process.env, FORCE_COLOR: '0', NO_COLOR: '1' } });
    const said: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => said.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => resolve({ ok: code === 0, text: Buffer.concat(said).toString() }));
  });
}
