import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SourceMapping } from '@shared/contracts/import-run';
import { buildSegments } from '@renderer/ledger/import/build-segments';
import { compareRows } from '@renderer/ledger/import/compare-rows';
import { inspectFile } from '@renderer/ledger/import/inspect-file';
import { packedText } from '@renderer/ledger/import/packed-texts';
import { readFacts } from '@renderer/ledger/import/read-facts';
import type { LoadedSegment } from '@renderer/ledger/store/column-store';
import { heldByNobody, liveRows } from '@renderer/ledger/store/liveness';
import type { ColdSegment, HotSegment, SegmentMarks } from '@renderer/ledger/store/segments';
import { WorkspaceDictionaries } from '@renderer/ledger/store/workspace-dictionaries';
import { textSource } from '../../integration/ledger/bytes-source';

/** The ledger's own rules over plain arrays instead of tables. */
class MemoryLedger {
  segments: { hot: HotSegment; cold: ColdSegment }[] = [];
  marks: SegmentMarks[] = [];
  readonly standing: string[] = [];
  private readonly dictionaries = new WorkspaceDictionaries();

  private loaded(): LoadedSegment[] {
    return this.segments.map(({ hot }) => {
      const marks = this.marks.filter((mark) => mark.segmentId === hot.id && this.standing.includes(mark.batchId));
      const live = liveRows(hot.count, this.standing.includes(hot.batchId), marks);
      return { hot, live, liveCount: hot.count };
    });
  }

  async import(batchId: string, text: string, mapping: SourceMapping): Promise<{ added: number; changed: number; unchanged: number }> {
    const read = await readFacts(textSource('file.csv', text), mapping, { onProgress: () => undefined, isCancelled: () => false });
    if (!read.ok) throw new Error(read.error.code);
    const { table, index } = read.value;
    const comparison = compareRows(table, index, this.loaded());
    const draft = this.dictionaries.draft();
    this.segments.push(...buildSegments(table, comparison.states, batchId, mapping.source, draft));
    this.dictionaries.load(draft.chunks());
    this.marks.push(...comparison.marks.map((mark) => ({ ...mark, id: `${batchId}>${mark.segmentId}`, batchId })));
    this.standing.push(batchId);
    return comparison;
  }

  undo(batchId: string): void {
    this.standing.splice(this.standing.indexOf(batchId), 1);
    const gone = heldByNobody(this.segments.map(({ hot }) => hot), this.marks, new Set(this.standing));
    this.segments = this.segments.filter(({ hot }) => !gone.includes(hot.id));
    this.marks = this.marks.filter((mark) => mark.batchId !== batchId && !gone.includes(mark.segmentId));
  }

  /** `number=amount` of every live row, sorted. */
  rows(): string[] {
    return this.loaded()
      .flatMap(({ hot, live }) => {
        const { cold } = this.segments.find((segment) => segment.hot.id === hot.id)!;
        return Array.from({ length: hot.count }, (_, row) => (live === null || live[row] === 1 ? [`${cold.texts['number'] ? packedText(cold.texts['number'], row) : ''}=${hot.numbers['amount']![row]}`] : [])).flat();
      })
      .sort();
  }
}

async function mappingOf(text: string): Promise<SourceMapping> {
  const inspected = await inspectFile(textSource('file.csv', text), null, () => Promise.resolve(undefined));
  if (!inspected.ok) throw new Error(inspected.error.code);
  return inspected.value.mapping;
}

interface Step {
  readonly file: readonly (readonly [id: number, yuan: number])[];
  readonly undo: number | null;
}

const row = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 3 }));
const steps = fc.array(fc.record({ file: fc.array(row, { minLength: 0, maxLength: 5 }), undo: fc.option(fc.nat(9), { nil: null, freq: 2 }) }), { minLength: 1, maxLength: 9 });

/** Plays imports and undos, and after each compares the live rows with the files that stand, folded in order. */
async function play(moves: readonly Step[], textOf: (file: Step['file']) => string, fold: (files: readonly Step['file'][]) => string[]): Promise<void> {
  const mapping = await mappingOf(textOf([[1, 1]]));
  const ledger = new MemoryLedger();
  const files = new Map<string, Step['file']>();
  for (const [index, { file, undo }] of moves.entries()) {
    const id = `b${index}`;
    await ledger.import(id, textOf(file), mapping);
    files.set(id, file);
    const victim = undo === null ? undefined : ledger.standing[undo % ledger.standing.length];
    if (victim !== undefined) ledger.undo(victim);
    expect(ledger.rows()).toEqual(fold(ledger.standing.map((one) => files.get(one)!)).sort());
  }
  while (ledger.standing.length > 0) ledger.undo(ledger.standing[ledger.standing.length % 2 === 0 ? 0 : ledger.standing.length - 1]!);
  expect(ledger.rows()).toEqual([]);
  expect(ledger.segments).toEqual([]);
  expect(ledger.marks).toEqual([]);
}

test('rows with an id: whatever is imported and undone in whatever order, what counts is what the standing files say last', async () => {
  const textOf = (file: Step['file']) => `order no,line no,date,customer,amount\n${file.map(([id, yuan]) => `S${id},1,2024-0${yuan}-05,Acme,${yuan}`).join('\n')}\n`;
  const fold = (files: readonly Step['file'][]) => {
    const last = new Map<number, number>();
    for (const file of files) {
      const own = new Map<number, number>();
      // A second line of the same id within a file is rejected.
      for (const [id, yuan] of file) if (!own.has(id)) own.set(id, yuan);
      for (const [id, yuan] of own) last.set(id, yuan);
    }
    return [...last].map(([id, yuan]) => `S${id}=${yuan * 100}`);
  };
  await fc.assert(fc.asyncProperty(steps, (moves) => play(moves, textOf, fold)), { numRuns: 200 });
});

test('rows without an id are a multiset: real repeated lines survive, and the fullest standing file says how many', async () => {
  const textOf = (file: Step['file']) => `date,customer,amount\n${file.map(([id, yuan]) => `2024-01-0${id},Acme,${yuan}`).join('\n')}\n`;
  const fold = (files: readonly Step['file'][]) => {
    const most = new Map<string, number>();
    for (const file of files) {
      const own = new Map<string, number>();
      for (const one of file) own.set(one.join(), (own.get(one.join()) ?? 0) + 1);
      for (const [key, count] of own) most.set(key, Math.max(most.get(key) ?? 0, count));
    }
    return [...most].flatMap(([key, count]) => Array.from({ length: count }, () => `=${Number(key.split(',')[1]) * 100}`));
  };
  await fc.assert(fc.asyncProperty(steps, (moves) => play(moves, textOf, fold)), { numRuns: 200 });
});

test('a re-import of the same file changes nothing and is unchanged row by row', async () => {
  const text = 'date,customer,amount\n2024-01-01,Acme,5\n2024-01-01,Acme,5\n2024-01-02,Beta,-3\n';
  const ledger = new MemoryLedger();
  const mapping = await mappingOf(text);
  expect(await ledger.import('a', text, mapping)).toMatchObject({ added: 3, changed: 0, unchanged: 0 });
  const before = ledger.rows();
  expect(await ledger.import('b', text, mapping)).toMatchObject({ added: 0, changed: 0, unchanged: 3 });
  expect(ledger.rows()).toEqual(before);
});
