import type { Page } from 'playwright';

export interface BridgeAnswer {
  readonly ok: boolean;
  readonly value?: unknown;
  readonly error?: { readonly code: string; readonly detail: string };
}

/** The page's own way to main. */
export interface Bridge {
  call(name: string, input: unknown): Promise<BridgeAnswer>;
}

/** Asks main by the page's own bridge, as its code does. */
export const ask = (page: Page, name: string, input: unknown): Promise<BridgeAnswer> =>
  page.evaluate(([name, input]) => (window as unknown as { workbench: Bridge }).workbench.call(name, input), [name, input] as [string, unknown]);

/** The same, for a call that must be answered well. Throws with its code. */
export async function answerOf(page: Page, name: string, input: unknown): Promise<unknown> {
  const answer = await ask(page, name, input);
  if (!answer.ok) throw new Error(`${name}: ${answer.error?.code} ${answer.error?.detail}`);
  return answer.value;
}
