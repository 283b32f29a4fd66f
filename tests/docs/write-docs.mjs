#!/usr/bin/env node
/** `npm run docs`: writes the pages of docs/ that are generated from what the program itself says. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { runnerImport } from 'vite';

const root = path.resolve(import.meta.dirname, '../..');
const alias = { '@shared': path.join(root, 'shared'), '@renderer': path.join(root, 'renderer') };
const { module } = await runnerImport(path.join(import.meta.dirname, 'definitions-page.ts'), { configFile: false, root, resolve: { alias }, logLevel: 'error' });
for (const language of ['zh-CN', 'en']) {
  const file = path.join(root, `docs/definitions.${language}.md`);
  writeFileSync(file, module.definitionsPage(language));
  console.log(path.relative(root, file));
}
