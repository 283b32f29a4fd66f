import { useState } from 'react';

/** Which of a list's entries are picked; those that have left the list are forgotten. */
export interface Picks {
  readonly picked: readonly string[];
  has(id: string): boolean;
  set(id: string, on: boolean): void;
  only(ids: readonly string[]): void;
}

export function usePicks(ids: readonly string[]): Picks {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const picked = ids.filter((id) => chosen.has(id));
  return {
    picked,
    has: (id) => chosen.has(id),
    set: (id, on) => setChosen(new Set(on ? [...picked, id] : picked.filter((other) => other !== id))),
    only: (next) => setChosen(new Set(next)),
  };
}
