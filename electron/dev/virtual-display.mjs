import { spawn } from 'node:child_process';
import process from 'node:process';

/** True where windows can be shown to somebody. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);
}

/** A screen without a monitor on a number that Xvfb finds free: {display: ':n', stop}. Rejects when Xvfb is not installed. */
export function startVirtualDisplay() {
  return new Promise((resolve, reject) => {
    const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1920x1200x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    let answer = '';
    server.once('error', (error) => reject(new Error(`Xvfb does not start (${error.message}); install the package xvfb`)));
    server.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
    server.stdio[3].on('data', (chunk) => {
      answer += chunk;
      if (!answer.includes('\n')) return;
      server.stdio[3].destroy();
      server.unref();
      resolve({ display: `:${answer.trim()}`, stop: () => server.kill() });
    });
  });
}
