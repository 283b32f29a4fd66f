import { expect, test } from 'vitest';
import { type Gate, gates } from './gate-list';
import { copyHouse } from './house-copy';
import { runGates } from './run-gates';

const answering = (gate: string, ok: boolean): Gate => ({ gate, look: () => Promise.resolve({ ok, text: `${gate} says so` }) });

test('every gate is run and named, also after one found something or broke', async () => {
  const broken: Gate = {
    gate: 'broken',
    look: () => {
      throw new Error('no tool');
    },
  };
  const said: string[] = [];
  const results = await runGates('.', (text) => said.push(text), [answering('red', false), broken, answering('green', true)]);
  expect(new Map(results.map(({ gate, ok }) => [gate, ok]))).toEqual(new Map([['red', false], ['broken', false], ['green', true]]));
  expect(said.join('\n')).toContain('red says so');
  expect(said.join('\n')).toContain('no tool');
  expect(said.join('\n')).not.toContain('green says so');
});

test.each(['lint', 'borders'])('%s is red when it looked at next to nothing', async (name) => {
  const house = copyHouse(Object.fromEntries(['shared', 'renderer', 'electron', 'resources', 'tests'].map((room) => [`${room}/planted.ts`, 'export const one = 1;\n'])), []);
  try {
    const outcome = await gates.find(({ gate }) => gate === name)?.look(house.root);
    expect(outcome?.ok).toBe(false);
    expect(outcome?.text).toMatch(/Looked at \d files only/);
  } finally {
    house.remove();
  }
});
