import type { Id } from '@shared/kernel/id';
import { type Result, err, ok } from '@shared/kernel/result';
import type { ChangeLabel, ChangeSet, RowChange } from '@shared/records/change-set';
import { commitChosen } from './change-sets';
import { isInverse, restoreRows, undoneAmong } from './survivors';
import type { Workspace } from './workspace';

/** What undo and redo would do now, by name; null = nothing. */
export interface UndoState {
  readonly undo: ChangeLabel | null;
  readonly redo: ChangeLabel | null;
}

/** A later change-set wrote the same fields: taking this one back would take that one's word away. */
interface UndoBlocked {
  readonly code: 'undo.blocked';
  readonly by: ChangeLabel;
  readonly bySeq: number;
}

export type UndoFailure = { readonly code: 'undo.nothing' } | UndoBlocked;

export async function undoState(ws: Workspace): Promise<UndoState> {
  const [undoable, redoable] = [await nextUndo(ws), await nextRedo(ws)];
  return { undo: undoable?.label ?? null, redo: redoable?.edit.label ?? null };
}

/**
 * Takes back this machine's latest edit that stands, by a change-set of its own; answers its label.
 * Only edits can be undone: imports are on the data page; committing, signing and setting up are not taken back.
 */
export function undo(ws: Workspace): Promise<Result<ChangeLabel, UndoFailure>> {
  return takeStep(ws, 'undo', async () => {
    const edit = await nextUndo(ws);
    return edit && { edit, takesBack: edit };
  });
}

/** Takes back the latest undo, unless an edit came after it; answers the edit's label. */
export function redo(ws: Workspace): Promise<Result<ChangeLabel, UndoFailure>> {
  return takeStep(ws, 'redo', async () => {
    const next = await nextRedo(ws);
    return next && { edit: next.edit, takesBack: next.undone };
  });
}

/** How many steps were taken one after the other, each by a change-set of its own, and what stopped them before the one asked for. */
export interface StepsTaken {
  readonly taken: number;
  readonly stopped: { readonly at: ChangeLabel | null; readonly blocked: UndoBlocked } | null;
}

/** Takes back this machine's edits that stand, latest first, down to the one of that seq; older ones stay. 0 where it does not stand. */
export function undoDownTo(ws: Workspace, seq: number): Promise<StepsTaken> {
  return takeSteps(ws, 'undo', async () => {
    const edit = await nextUndo(ws);
    return edit !== null && edit.seq >= seq ? { edit, takesBack: edit } : null;
  });
}

/** Does again what was undone, latest undo first, up to the edit of that seq. 0 where it cannot be redone. */
export function redoUpTo(ws: Workspace, seq: number): Promise<StepsTaken> {
  return takeSteps(ws, 'redo', async () => {
    const steps = await redoable(ws);
    const next = steps.some(({ edit }) => edit.seq === seq) ? steps[0] : undefined;
    return next === undefined ? null : { edit: next.edit, takesBack: next.undone };
  });
}

async function takeSteps(ws: Workspace, kind: 'undo' | 'redo', next: () => Promise<Step | null>): Promise<StepsTaken> {
  for (let taken = 0; ; taken++) {
    let at: ChangeLabel | null = null;
    const result = await takeStep(ws, kind, async () => {
      const step = await next();
      at = step?.edit.label ?? null;
      return step;
    });
    if (!result.ok) return { taken, stopped: result.error.code === 'undo.blocked' ? { at, blocked: result.error } : null };
  }
}

/**
 * Takes back exactly this edit. `undo.notLast`: another edit of this machine came after it, so that it is not simply the last
 * thing done any more; `undo.nothing`: it does not stand.
 */
export async function undoOnly(ws: Workspace, id: Id): Promise<Result<ChangeLabel, UndoFailure | { readonly code: 'undo.notLast'; readonly by: ChangeLabel }>> {
  let later: ChangeLabel | null = null;
  const result = await takeStep(ws, 'undo', async () => {
    const edit = await nextUndo(ws);
    if (edit?.id === id) return { edit, takesBack: edit };
    const asked = await ws.db.changeSets.where('id').equals(id).first();
    if (asked && edit && (await stands(ws, asked))) later = edit.label;
    return null;
  });
  return later === null ? result : err({ code: 'undo.notLast', by: later });
}

interface Step {
  readonly edit: ChangeSet;
  /** What is taken back: the edit itself, or the undo of it. */
  readonly takesBack: ChangeSet;
}

/** Chooses the step and takes it in one transaction: of two windows at once, the second meets what the first has done. */
async function takeStep(ws: Workspace, kind: 'undo' | 'redo', next: () => Promise<Step | null>): Promise<Result<ChangeLabel, UndoFailure>> {
  let outcome: Result<ChangeLabel, UndoFailure> = err({ code: 'undo.nothing' });
  await commitChosen(ws, async () => {
    const step = await next();
    if (!step) return null;
    const { edit, takesBack } = step;
    const blocker = await laterWriter(ws, edit, takesBack.seq);
    if (blocker) {
      outcome = err({ code: 'undo.blocked', by: blocker.label, bySeq: blocker.seq });
      return null;
    }
    outcome = ok(edit.label);
    return { draft: { kind, label: edit.label, inverseOf: takesBack.id }, write: async (writer) => void (await restoreRows(writer, edit.changes, takesBack)) };
  });
  return outcome;
}

/** Walks back in steps that grow: the edit sought is nearly always among the last ones, and a change-set can be large. */
const [FIRST_STEP, LARGEST_STEP] = [3, 200];

async function latest(ws: Workspace, isSought: (candidate: ChangeSet) => Promise<boolean>, endsAt: (candidate: ChangeSet) => boolean): Promise<ChangeSet | null> {
  let below = Infinity;
  for (let step = FIRST_STEP; ; step = Math.min(LARGEST_STEP, step * 3)) {
    const page = await ws.db.changeSets.where('seq').below(below).reverse().limit(step).toArray();
    for (const candidate of page) {
      if (candidate.deviceId !== ws.deviceId) continue;
      if (await isSought(candidate)) return candidate;
      if (endsAt(candidate)) return null;
    }
    const last = page.at(-1);
    if (!last) return null;
    below = last.seq;
  }
}

const stands = async (ws: Workspace, changeSet: ChangeSet): Promise<boolean> => (await undoneAmong(ws.db, [changeSet])).size === 0;

function nextUndo(ws: Workspace): Promise<ChangeSet | null> {
  return latest(
    ws,
    async (candidate) => candidate.kind === 'edit' && (await stands(ws, candidate)),
    () => false,
  );
}

async function nextRedo(ws: Workspace): Promise<{ edit: ChangeSet; undone: ChangeSet } | null> {
  const undone = await latest(
    ws,
    async (candidate) => candidate.kind === 'undo' && (await stands(ws, candidate)),
    (candidate) => candidate.kind === 'edit',
  );
  const edit = undone && (await ws.db.changeSets.where('id').equals(undone.inverseOf!).first());
  return undone && edit ? { edit, undone } : null;
}

/** Every undo of this machine that redo would take back, in its order: those since the latest edit that stand. */
export async function redoable(ws: Workspace): Promise<{ edit: ChangeSet; undone: ChangeSet }[]> {
  const undos: ChangeSet[] = [];
  await latest(
    ws,
    async (candidate) => {
      if (candidate.kind === 'undo' && (await stands(ws, candidate))) undos.push(candidate);
      return false;
    },
    (candidate) => candidate.kind === 'edit',
  );
  const edits = await Promise.all(undos.map((undone) => ws.db.changeSets.where('id').equals(undone.inverseOf!).first()));
  return undos.flatMap((undone, index) => (edits[index] ? [{ edit: edits[index], undone }] : []));
}

/** The first change-set after `seq` that stands and wrote a field that this one wrote. */
async function laterWriter(ws: Workspace, changeSet: ChangeSet, seq: number): Promise<ChangeSet | null> {
  const own = new Map(changeSet.changes.map((change) => [`${change.table}:${change.id}`, change]));
  const seqs = await ws.db.changeSets.where('touches').anyOf([...own.keys()]).primaryKeys();
  const later = (await ws.db.changeSets.bulkGet([...new Set(seqs)].filter((one) => one > seq).sort((a, b) => a - b))).filter((one) => one !== undefined);
  const writers = later.filter((one) => !isInverse(one) && one.changes.some((change) => sharesField(change, own.get(`${change.table}:${change.id}`))));
  const undone = await undoneAmong(ws.db, writers);
  return writers.find((one) => !undone.has(one.id)) ?? null;
}

/** A row that comes or goes is all its fields. */
function sharesField(a: RowChange, b: RowChange | undefined): boolean {
  if (!b) return false;
  if (!a.before || !a.after || !b.before || !b.after) return true;
  return Object.keys(a.after).some((field) => Object.hasOwn(b.after!, field));
}
