import type { CallFailure, CallInput, CallName, CallOutput, EventName, WorkbenchBridge, WorkbenchEvents } from '@shared/contracts/workbench-calls';
import type { Result } from '@shared/kernel/result';

declare global {
  interface Window {
    /** Put there by preload; only this file uses it. */
    readonly workbench: WorkbenchBridge;
  }
}

/**
 * Asks main for something. Expected failures come back as a `CallFailure` whose code has a message (`codeKey('calls', code)`).
 * Main has parsed the answer against the same table, so its type is taken as given.
 */
export async function call<N extends CallName>(name: N, input: CallInput<N>): Promise<Result<CallOutput<N>, CallFailure>> {
  const answer = await window.workbench.call(name, input);
  return answer as Result<CallOutput<N>, CallFailure>;
}

/** Listens to a message main sends by itself; answers how to stop. */
export function onEvent<E extends EventName>(event: E, listener: (payload: WorkbenchEvents[E]) => void): () => void {
  return window.workbench.on(event, listener);
}
