import { afterAll, beforeAll, expect, test } from 'vitest';
import { gates } from './gate-list';
import { type HouseCopy, ROOMS, copyHouse } from './house-copy';

let house: HouseCopy;
let report: string;

beforeAll(async () => {
  const used = "import { plantedUsed } from '@shared/kernel/planted-used';\nconsole.log(plantedUsed);\n";
  house = copyHouse(
    {
      'shared/kernel/planted-orphan.ts': 'export const plantedOrphan = 1;\n',
      'shared/kernel/planted-used.ts': 'export const plantedUsed = 1;\nexport const plantedUnused = 2;\n',
      'tests/bench/planted-bench.mjs': used,
      'electron/dev/planted-dependency.mjs': "import 'planted-dependency';\n",
    },
    ROOMS,
  );
  const deadCode = gates.find(({ gate }) => gate === 'dead code');
  const { ok, text } = (await deadCode?.look(house.root)) ?? { ok: true, text: '' };
  report = ok ? '' : text;
});

afterAll(() => house.remove());

test('a file that nobody imports is red', () => expect(report).toMatch(/Unused files[\s\S]*shared\/kernel\/planted-orphan\.ts/));

test('an export that nobody imports is red, its used neighbour is not', () => {
  expect(report).toMatch(/Unused exports[\s\S]*plantedUnused\s+shared\/kernel\/planted-used\.ts/);
  expect(report).not.toMatch(/plantedUsed\b/);
});

test('a package that package.json does not name is red', () => expect(report).toMatch(/Unlisted dependencies[\s\S]*planted-dependency\s+electron\/dev/));
