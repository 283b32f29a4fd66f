import { type Gate, gates } from './gate-list';

/** As many tools at a time as the smallest machine has cores. */
const AT_ONCE = 2;

/** Runs every gate (those of the house unless told otherwise), also after one has failed, and says of each how it ended. Never rejects: a gate that breaks is a failed one. */
export async function runGates(root: string, say: (text: string) => void, chosen: readonly Gate[] = gates): Promise<{ gate: string; ok: boolean }[]> {
  const results: { gate: string; ok: boolean }[] = [];
  const waiting = [...chosen];
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const startedAt = Date.now();
      const { ok, text } = await look(next, root);
      say(`${ok ? '✓' : '✗'} ${next.gate} (${((Date.now() - startedAt) / 1000).toFixed(1)} s)`);
      if (!ok) say(text.trimEnd());
      results.push({ gate: next.gate, ok });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return results;
}

async function look(gate: Gate, root: string) {
  try {
    return await gate.look(root);
  } catch (error) {
    return { ok: false, text: String(error) };
  }
}
