#!/usr/bin/env node
/**
 * `npm test`: installs, builds, runs every static gate and every suite, and ends with the line `N passed, N failed`.
 * A gate counts as one test. A test that was skipped did not pass, a suite that ran nothing failed, and so did a run
 * that ended badly without naming a test: each is counted as failed.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { ensureInstalled } from './ensure-installed.mjs';
import { projectRoot, say } from './progress.mjs';

const suites = ['unit', 'gates', 'engine', 'journeys'];
/** Journeys wait for windows most of their time: two at a time, also where there is one processor. */
const wordsOf = { journeys: ['--maxWorkers=2'] };
const reports = path.join(projectRoot, 'out/test-reports');

function run(words) {
  return spawnSync(process.execPath, words, { cwd: projectRoot, stdio: 'inherit' }).status === 0;
}

function report(name, counted) {
  process.stdout.write(`${name}: ${counted.passed} passed, ${counted.failed} failed\n`);
  return { name, ...counted };
}

/** What a run wrote down, or null when it broke before that. */
function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

function runGates() {
  const file = path.join(reports, 'check.json');
  const wentWell = run(['tests/gates/check.mjs', '--json', file]);
  const gates = readReport(file) ?? [];
  const failed = gates.filter(({ ok }) => !ok).length;
  return { passed: gates.length - failed, failed: failed === 0 && (!wentWell || gates.length === 0) ? 1 : failed };
}

function runSuite(suite) {
  const file = path.join(reports, `${suite}.json`);
  const wentWell = run(['node_modules/vitest/vitest.mjs', 'run', '--project', suite, ...(wordsOf[suite] ?? []), '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]);
  const found = readReport(file);
  const tests = (found?.testResults ?? []).flatMap(({ assertionResults }) => assertionResults);
  const passed = tests.filter(({ status }) => status === 'passed').length;
  // A file that could not even be loaded names no test.
  const brokenFiles = (found?.testResults ?? []).filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0).length;
  const failed = tests.length - passed + brokenFiles;
  return { passed, failed: failed === 0 && (!wentWell || passed === 0) ? 1 : failed };
}

async function test() {
  ensureInstalled({ tests: true });
  const { build } = await import('./build.mjs');
  const { findElectron } = await import('./find-electron.mjs');
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  build();
  findElectron();
  const results = [report('check', runGates()), ...suites.map((suite) => report(suite, runSuite(suite)))];
  process.stdout.write('\n');
  for (const result of results) report(result.name, result);
  return results.reduce((sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }), { passed: 0, failed: 0 });
}

let total = { passed: 0, failed: 1 };
try {
  total = await test();
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
}
process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
process.exitCode = total.failed === 0 ? 0 : 1;
