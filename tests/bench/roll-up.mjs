// Rolls up 5,000 nodes × 12 months × 6 measures after every leaf has changed: our typed arrays against HyperFormula.
// Both get the same new leaf numbers and recompute all sums; building the tree and parsing formulas is not counted.
import path from 'node:path';
import { HyperFormula } from 'hyperformula';
import { createServer } from 'vite';

const NODES = 5_000;
const WIDTH = 12 * 6;
const ROUNDS = 5;
const GOAL = 1 / 100;

/** Breadth-first: an organisation of 10 regions of 10 teams, the people spread over the teams. */
function treeOf(nodes) {
  const parent = new Int32Array(nodes).fill(-1);
  let next = 1;
  const hang = (above, count) => {
    for (let i = 0; i < count; i++) parent[next++] = above;
  };
  hang(0, 10);
  for (let region = 1; region <= 10; region++) hang(region, 10);
  const people = nodes - next;
  for (let team = 0; team < 100; team++) hang(11 + team, Math.floor(people / 100) + (team < people % 100 ? 1 : 0));
  return parent;
}

const FIRST_LEAF = 111;
const parent = treeOf(NODES);

function leafNumbers(round) {
  const rows = [];
  for (let node = FIRST_LEAF; node < NODES; node++) rows.push(Array.from({ length: WIDTH }, (_, cell) => ((node * 7919 + cell * 104_729 + round * 31) % 900_000) + 100_000));
  return rows;
}

function columnName(index) {
  return index < 26 ? String.fromCharCode(65 + index) : columnName(Math.floor(index / 26) - 1) + columnName(index % 26);
}

function sheetOf(leaves) {
  const children = new Map();
  parent.forEach((above, node) => children.set(above, [children.get(above)?.[0] ?? node, node]));
  const sums = Array.from({ length: FIRST_LEAF }, (_, node) => {
    const [first, last] = children.get(node);
    return Array.from({ length: WIDTH }, (_, cell) => `=SUM(${columnName(cell)}${first + 1}:${columnName(cell)}${last + 1})`);
  });
  return [...sums, ...leaves];
}

function timed(work) {
  const start = performance.now();
  work();
  return performance.now() - start;
}

const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];

const root = path.resolve(import.meta.dirname, '../..');
const server = await createServer({ configFile: path.join(root, 'vite.config.ts'), server: { middlewareMode: true, ws: false, hmr: false }, appType: 'custom', logLevel: 'error', optimizeDeps: { noDiscovery: true } });
try {
  const { rollUp } = await server.ssrLoadModule(path.join(root, 'shared/domain/targets/roll-up.ts'));
  const values = new Float64Array(NODES * WIDTH);
  const engine = HyperFormula.buildFromArray(sheetOf(leafNumbers(0)), { licenseKey: 'gpl-v3' });
  const [ours, other] = [[], []];
  for (let round = 1; round <= ROUNDS; round++) {
    const leaves = leafNumbers(round);
    const flat = Float64Array.from(leaves.flat());
    ours.push(
      timed(() => {
        values.set(flat, FIRST_LEAF * WIDTH);
        rollUp(parent, WIDTH, values);
      }),
    );
    other.push(timed(() => engine.setCellContents({ sheet: 0, row: FIRST_LEAF, col: 0 }, leaves)));
    for (let cell = 0; cell < WIDTH; cell++) {
      if (engine.getCellValue({ sheet: 0, row: 0, col: cell }) !== values[cell]) throw new Error(`The two disagree in column ${cell}`);
    }
  }
  const result = { name: 'roll-up 5,000 × 12 × 6', unit: 'ms', ours: median(ours), other: median(other), ratio: median(ours) / median(other), goal: GOAL };
  process.stdout.write(`${JSON.stringify(result)}\n`);
} finally {
  await server.close();
}
