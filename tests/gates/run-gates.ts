import { gates } from './gate-list';

/** As many tools at a time as the smallest machine has cores. */
const AT_ONCE = 2;

/** Runs every gate, also after one has failed, and says of each how it ended. Never rejects: a gate that breaks is a failed one. */
export async function runGates(root: string, say: (text: string) => void): Promise<{ gate: string; ok: boolean }[]> {
  const results: { gate: string; ok: boolean }[] = [];
  const waiting = [...gates];
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const startedAt = Date.now();
      const { ok, text } = await next.look(root).catch((error: unknown) => ({ ok: false, text: String(error) }));
      say(`${ok ? '✓' : '✗'} ${next.gate} (${((Date.now() - startedAt) / 1000).toFixed(1)} s)`);
      if (!ok) say(text.trimEnd());
      results.push({ gate: next.gate, ok });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return results;
}
