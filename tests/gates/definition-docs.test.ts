import { readFileSync } from 'node:fs';
import path from 'node:path';
import { FIGURE_GROUPS } from '@shared/contracts/explanation';
import { expect, test } from 'vitest';
import { definitionsPage } from '../docs/definitions-page';

const root = path.resolve(import.meta.dirname, '../..');

test.each(['zh-CN', 'en'] as const)('docs/definitions.%s.md says what the program says; `npm run docs` writes it anew', (language) => {
  const page = readFileSync(path.join(root, `docs/definitions.${language}.md`), 'utf8');
  expect(page).toBe(definitionsPage(language));
  expect(page.split('\n').filter((line) => line.startsWith('| ')).length).toBe(FIGURE_GROUPS.reduce((sum, { figures }) => sum + figures.length + 1, 0));
});
