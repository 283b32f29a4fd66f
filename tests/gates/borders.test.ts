import { afterAll, beforeAll, expect, test } from 'vitest';
import { gates } from './gate-list';
import { type HouseCopy, ROOMS, copyHouse } from './house-copy';

/** Each crosses one border of docs/house.md: [file, what it imports, the rule that must name it]. */
const crossings: readonly (readonly [file: string, imports: string, rule: string])[] = [
  ['shared/kernel/planted-records.ts', '@shared/records/review', 'kernel-imports-dayjs-alone'],
  ['shared/kernel/planted-zod.ts', 'zod', 'kernel-imports-dayjs-alone'],
  ['shared/messages/planted.ts', '@shared/kernel/fen', 'messages-import-nothing'],
  ['shared/records/planted.ts', '@shared/contracts/preferences', 'records-import-kernel'],
  ['shared/contracts/planted.ts', '@shared/messages/catalogue', 'contracts-import-records'],
  ['shared/domain/targets/planted-electron.ts', 'electron', 'domain-is-pure'],
  ['shared/domain/targets/planted-messages.ts', '@shared/messages/catalogue', 'domain-is-pure'],
  ['shared/domain/targets/planted-node.ts', 'node:fs', 'renderer-knows-no-node'],
  ['electron/planted-domain.ts', '@shared/domain/imports/read-day', 'electron-knows-no-domain'],
  ['electron/planted-renderer.ts', '@renderer/i18n/formats', 'electron-knows-no-domain'],
  ['renderer/platform/planted.ts', '@renderer/data/workspace', 'platform-is-thin'],
  ['renderer/data/planted.ts', '@renderer/ledger/ledger-client', 'data-borders'],
  ['renderer/ledger/planted.ts', '@renderer/i18n/formats', 'ledger-borders'],
  ['renderer/ui/planted.ts', '@renderer/data/workspace', 'ui-charts-i18n-are-plain'],
  ['renderer/charts/planted.ts', '@renderer/parts/use-figures', 'ui-charts-i18n-are-plain'],
  ['renderer/parts/planted.ts', '@renderer/features/targets/parse-amount', 'parts-know-no-feature'],
  ['renderer/print/planted.ts', '@renderer/data/workspace', 'print-reads-no-data'],
  ['renderer/features/targets/planted-feature.ts', '@renderer/features/reviews/reviews-page', 'features-know-no-other-feature'],
  ['renderer/features/targets/planted-app.ts', '@renderer/app/scope-picker', 'features-know-no-app'],
  ['renderer/features/targets/planted-dexie.ts', 'dexie', 'dexie-in-data-and-ledger-alone'],
  ['renderer/features/targets/planted-electron.ts', 'electron', 'renderer-knows-no-electron'],
  ['renderer/features/targets/planted-main.ts', '../../../electron/window', 'renderer-knows-no-electron'],
  ['renderer/features/targets/planted-node.ts', 'node:path', 'renderer-knows-no-node'],
  ['renderer/features/targets/planted-calls.ts', '@shared/contracts/call-names', 'ipc-main-has-one-door'],
  ['renderer/features/targets/planted-nothing.ts', '@shared/kernel/no-such-file', 'no-unresolved'],
];

const rings = {
  'renderer/parts/planted-ring-a.ts': "export { b } from './planted-ring-b';\nexport const a = 1;\n",
  'renderer/parts/planted-ring-b.ts': "export { a } from './planted-ring-a';\nexport const b = 1;\n",
  // No file here imports itself in the end, but each subject needs the other.
  'shared/domain/planted-tax/rate.ts': 'export const rate = 1;\n',
  'shared/domain/planted-tax/total.ts': "export { sum } from '../planted-bills/sum';\n",
  'shared/domain/planted-bills/sum.ts': "export { rate as sum } from '../planted-tax/rate';\n",
};

let house: HouseCopy;
let report: string;

beforeAll(async () => {
  house = copyHouse({ ...Object.fromEntries(crossings.map(([file, imports]) => [file, `import '${imports}';\n`])), ...rings }, ROOMS);
  const borders = gates.find(({ gate }) => gate === 'borders');
  const { ok, text } = (await borders?.look(house.root)) ?? { ok: true, text: '' };
  report = ok ? '' : text;
});

afterAll(() => house.remove());

test.each(crossings)('%s may not import %s: %s', (file, _imports, rule) => {
  expect(report.split('\n').filter((line) => line.includes(` ${rule}: ${file} → `))).not.toEqual([]);
});

test('a ring of imports is red', () => {
  expect(report).toMatch(/no-cycles: renderer\/parts\/planted-ring-[ab]\.ts/);
});

test('two subjects of the domain that need each other are red', () => expect(report).toContain('no-folder-cycles: shared/domain/planted-'));

test('the whole house was looked at, and nothing but the planted files crosses a border', () => {
  expect(Number(/(\d+) modules/.exec(report)?.[1])).toBeGreaterThan(300);
  expect(report.split('\n').filter((line) => /^\s*(?:error|warn) /.test(line) && !line.includes('planted'))).toEqual([]);
});
