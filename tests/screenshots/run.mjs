#!/usr/bin/env node
// `npm run screenshots`: every page, dialog and drawer of states.ts in the real app on the sample workspace, in both languages,
// light and dark, small and large, as out/screenshots/<language>-<scheme>-<size>/<state>.png. Needs no display.
//   npm run screenshots -- --only targets            states whose name holds the word
//   npm run screenshots -- --language en --size 1280x800 --scheme dark
//   npm run screenshots -- --docs                    the pictures of the user guide, into docs/screenshots/<language>/
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { ensureInstalled } from '../../electron/dev/ensure-installed.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const word = { type: 'string' };
const { values } = parseArgs({ options: { only: word, language: word, scheme: word, size: word, docs: { type: 'boolean' } } });

ensureInstalled({ tests: true });
// Only now: these import what was just installed.
const { build } = await import('../../electron/dev/build.mjs');
const { createServer } = await import('vite');
build();
const server = await createServer({ configFile: path.join(root, 'vite.config.ts'), server: { middlewareMode: true, ws: false, hmr: false, watch: null }, appType: 'custom', logLevel: 'error', optimizeDeps: { noDiscovery: true } });
try {
  const { takeScreenshots } = await server.ssrLoadModule(path.join(root, 'tests/screenshots/take-screenshots.ts'));
  const { folder, pictures } = await takeScreenshots({ only: values.only ?? '', language: values.language, scheme: values.scheme, size: values.size, docs: values.docs === true });
  process.stdout.write(`${pictures} pictures in ${folder}\n`);
} finally {
  await server.close();
}
