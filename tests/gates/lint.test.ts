import { afterAll, beforeAll, expect, test } from 'vitest';
import { type HouseCopy, copyHouse } from './house-copy';
import { runTool } from './run-tool';

/** Each breaks one rule: [file, text, the rule that must name it]. */
const breaks: readonly (readonly [file: string, text: string, rule: string])[] = [
  ['renderer/planted-floating.ts', 'async function save(): Promise<void> {}\nexport function click(): void {\n  save();\n}\n', 'typescript(no-floating-promises)'],
  ['electron/planted-misused.ts', 'export const wait = (ready: Promise<boolean>): number => (ready ? 1 : 2);\n', 'typescript(no-misused-promises)'],
  ['shared/planted-any.ts', 'export const read = (value: any): string => String(value);\n', 'typescript(no-explicit-any)'],
  ['shared/planted-comment.ts', '// @ts-\u0069gnore\nexport const count = 1;\n', 'typescript(ban-ts-comment)'],
  ['renderer/planted-default.ts', 'const value = 1;\nexport default value;\n', 'import(no-default-export)'],
  ['renderer/planted-hook.tsx', "import { useState } from 'react';\nexport function Planted({ on }: { readonly on: boolean }) {\n  if (on) useState(1);\n  return null;\n}\n", 'react-hooks(rules-of-hooks)'],
  ['renderer/planted-console.ts', "console.log('here');\n", 'eslint(no-console)'],
  ['renderer/planted-catch.ts', 'try {\n  decodeURI(location.href);\n} catch {}\n', 'eslint(no-empty)'],
  ['shared/planted-equal.ts', 'export const same = (a: string, b: string): boolean => a == b;\n', 'eslint(eqeqeq)'],
  ['shared/planted-long.ts', 'export {};\n'.padEnd(11 + 400, '\n'), 'eslint(max-lines)'],
  ['tests/planted-empty.test.ts', "import { test } from 'vitest';\ntest('says nothing', () => {});\n", 'vitest(expect-expect)'],
];
const good = ['shared/planted-just-fits.ts', 'export {};\n'.padEnd(11 + 399, '\n')] as const;

let house: HouseCopy;
let findings: string[];

beforeAll(async () => {
  house = copyHouse(Object.fromEntries([...breaks.map(([file, text]) => [file, text] as const), good]), []);
  const { ok, text } = await runTool(house.root, ['oxlint/bin/oxlint', '--deny-warnings', '-f', 'unix', ...[...breaks, good].map(([file]) => file)]);
  findings = ok ? [] : text.split('\n');
});

afterAll(() => house.remove());

test.each(breaks)('%s is red', (file, _text, rule) => {
  expect(findings.filter((line) => line.startsWith(`${file}:`) && line.includes(rule))).not.toEqual([]);
});

test('a file of 400 lines is not', () => expect(findings.filter((line) => line.startsWith(good[0]))).toEqual([]));
