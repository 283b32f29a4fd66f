import type { Id } from '@shared/kernel/id';
import type { ChangeLabel, ChangeSet } from '@shared/records/change-set';
import type { AuditHead, AuditPage } from '@renderer/data/audit-heads';
import { type AuditFilter, passes } from './audit-filter';

/** One line of the list; what it changed is read when it is opened. */
export interface AuditEntry {
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  readonly kind: ChangeSet['kind'];
  readonly label: ChangeLabel;
  readonly rows: number;
  /** The change-set that took this one back and still stands; null = it stands. */
  readonly undoneBy: number | null;
}

export interface AuditScan {
  /** What passed so far, newest first. */
  readonly entries: readonly AuditEntry[];
  readonly scanned: number;
  readonly total: number;
  /** Everybody who wrote anything, as far as scanned. */
  readonly people: readonly string[];
}

/** Heads of the `limit` change-sets before `below`, `text` sought in their values (see data/audit-heads.ts). */
export type ReadHeads = (below: number | null, limit: number, text: string) => Promise<AuditPage>;

const PAGE = 200;

/**
 * Walks through all change-sets from the newest to the oldest and reports after every page, so that the first lines are
 * there at once however many there are. What is taken back is known by then: its inverse came later. Ends early when
 * `report` answers false. An empty workspace reports once.
 */
export async function scanChangeSets(read: ReadHeads, filter: AuditFilter, nameOf: (label: ChangeLabel) => string, report: (scan: AuditScan) => boolean): Promise<void> {
  const inverses = new Map<Id, number>();
  const people = new Set<string>();
  const entries: AuditEntry[] = [];
  let scanned = 0;
  for (let below: number | null = null; ; ) {
    const { total, heads: page }: AuditPage = await read(below, PAGE, filter.text);
    for (const head of page) {
      people.add(head.actor);
      const undoneBy = inverses.get(head.id) ?? null;
      // An inverse that is itself taken back takes nothing back.
      if (head.inverseOf !== null && undoneBy === null) inverses.set(head.inverseOf, head.seq);
      if (passes(head, filter, nameOf(head.label))) entries.push(entryOf(head, undoneBy));
    }
    scanned += page.length;
    const last = page.at(-1);
    const goOn = report({ entries: entries.slice(), scanned, total: Math.max(total, scanned), people: [...people] });
    if (!last || page.length < PAGE || !goOn) return;
    below = last.seq;
  }
}

function entryOf({ seq, at, actor, kind, label, rows }: AuditHead, undoneBy: number | null): AuditEntry {
  return { seq, at, actor, kind, label, rows, undoneBy };
}
