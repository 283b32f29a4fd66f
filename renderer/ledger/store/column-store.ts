import { sourceMappingSchema } from '@shared/contracts/import-run';
import type { WorkbenchDatabase } from '@renderer/data/database';
import type { ImportBatch } from '@shared/records/import-batch';
import { type FactObject, isFactObject } from '@shared/records/import-object';
import { requireIntact } from './checksum';
import { heldByNobody, liveRows } from './liveness';
import { coldTable } from './ledger-tables';
import { type FactsSince, readAllFacts, readFactsSince } from './read-facts-since';
import type { ColdSegment, HotSegment, SegmentMarks } from './segments';
import { WorkspaceDictionaries } from './workspace-dictionaries';

/** A segment in memory with the rows of it that count; `live` null = all. */
export interface LoadedSegment {
  readonly hot: HotSegment;
  readonly live: Uint8Array | null;
  readonly liveCount: number;
}

/** `sheet` is '' for a text file. */
export interface SourceFile {
  readonly fileName: string;
  readonly sheet: string;
}

const NOTHING_READ = -1;

/** All hot columns of the workspace in the worker's memory, kept in step with what is committed and undone. */
export class ColumnStore {
  readonly dictionaries = new WorkspaceDictionaries();
  /** Rises with every change of the facts. */
  version = 0;
  /** The last change-set that these columns are sure to know. */
  private seq = NOTHING_READ;
  private loaded: LoadedSegment[] = [];
  private marks: SegmentMarks[] = [];
  private standing = new Set<string>();
  private readonly files = new Map<string, SourceFile>();

  private constructor(private readonly db: WorkbenchDatabase) {}

  /** Throws DamagedRow when a row is not as it was written. */
  static async load(db: WorkbenchDatabase): Promise<ColumnStore> {
    const store = new ColumnStore(db);
    await store.catchUp();
    return store;
  }

  /**
   * Takes in what has been committed and undone since, also by the worker of another window; answers the change-set that the
   * columns are now at. Little work when no import has come or gone. Throws DamagedRow.
   */
  async catchUp(): Promise<number> {
    for (;;) {
      const { version, seq } = this;
      const read = seq === NOTHING_READ ? await readAllFacts(this.db) : await readFactsSince(this.db, seq, { ...this.held(), chunks: this.dictionaries.held });
      if (read === null) return seq;
      // A commit of our own was taken in meanwhile: what was read may be older.
      if (this.version !== version || this.seq !== seq) continue;
      this.seq = read.seq;
      if (read.facts !== null) this.takeIn(read.facts);
      return this.seq;
    }
  }

  private takeIn({ batches, segmentIds, markIds, hot, marks, chunks }: FactsSince): void {
    requireIntact('hotSegments', hot);
    requireIntact('marks', marks);
    requireIntact('dictionaries', chunks);
    this.dictionaries.load(chunks);
    const [segments, standingMarks] = [new Set(segmentIds), new Set(markIds)];
    this.marks = [...this.marks.filter((mark) => standingMarks.has(mark.id)), ...marks];
    for (const batch of batches) this.know(batch);
    this.settle([...this.loaded.map((segment) => segment.hot).filter(({ id }) => segments.has(id)), ...hot]);
  }

  private held(): { segments: ReadonlySet<string>; marks: ReadonlySet<string> } {
    return { segments: new Set(this.loaded.map(({ hot }) => hot.id)), marks: new Set(this.marks.map(({ id }) => id)) };
  }

  /** Of every object. */
  get all(): readonly LoadedSegment[] {
    return this.loaded;
  }

  segments(object: FactObject): readonly LoadedSegment[] {
    return this.loaded.filter((segment) => segment.hot.object === object);
  }

  /** Every version of every row that an import of this object and source is compared with. */
  segmentsOf(object: FactObject, source: string): readonly LoadedSegment[] {
    return this.loaded.filter((segment) => segment.hot.object === object && segment.hot.source === source);
  }

  /** The file that a batch was read from. Throws for a batch that is not of this workspace. */
  fileOf(batchId: string): SourceFile {
    const file = this.files.get(batchId);
    if (file === undefined) throw new Error(`There is no batch ${batchId}`);
    return file;
  }

  /** The standing batches whose files hold a row: the one that brought it and those that found it unchanged. */
  holdersOf(hot: HotSegment, row: number): string[] {
    const attesting = this.marks.filter((mark) => mark.segmentId === hot.id && mark.attests.includes(row)).map((mark) => mark.batchId);
    return [hot.batchId, ...attesting].filter((batchId) => this.standing.has(batchId));
  }

  /** How many standing batches hold each row of a segment: what `holdersOf` lists, counted for all rows at once. */
  holderCounts(hot: HotSegment): Uint16Array {
    const counts = new Uint16Array(hot.count).fill(this.standing.has(hot.batchId) ? 1 : 0);
    for (const mark of this.marks) if (mark.segmentId === hot.id && this.standing.has(mark.batchId)) for (const row of mark.attests) counts[row]!++;
    return counts;
  }

  /** Throws DamagedRow when one is not as it was written; one that is gone is left out. */
  async cold(ids: readonly string[]): Promise<Map<string, ColdSegment>> {
    const rows = (await coldTable(this.db).bulkGet([...ids])).filter((row) => row !== undefined);
    requireIntact('coldSegments', rows);
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Whether what is in memory is what the database holds: a commit is in the database a moment before it is taken in here. */
  isAt(moment: { readonly batches: readonly ImportBatch[]; readonly segments: readonly string[]; readonly marks: readonly string[] }): boolean {
    const here = new Set([...this.loaded.map((segment) => segment.hot.id), ...this.marks.map((mark) => mark.id)]);
    const facts = moment.batches.filter((batch) => isFactObject(batch.object));
    const there = [...moment.segments, ...moment.marks];
    return there.length === here.size && there.every((id) => here.has(id)) && facts.every((batch) => this.standing.has(batch.id) === (batch.undoneAt === null));
  }

  /** After a batch was committed; what a question in between has taken in already is not taken twice. */
  take(batch: ImportBatch, segments: readonly HotSegment[], marks: readonly SegmentMarks[]): void {
    const held = this.held();
    this.know(batch);
    this.marks = [...this.marks, ...marks.filter(({ id }) => !held.marks.has(id))];
    this.settle([...this.loaded.map((segment) => segment.hot), ...segments.filter(({ id }) => !held.segments.has(id))]);
  }

  /** What goes with a batch that is undone: its marks and every segment that nothing holds any more, with the marks on it. */
  goneWith(batchId: string): { segments: string[]; marks: string[] } {
    const standing = new Set(this.standing);
    standing.delete(batchId);
    const segments = heldByNobody(this.loaded.map((segment) => segment.hot), this.marks, standing);
    const gone = new Set(segments);
    return { segments, marks: this.marks.filter((mark) => mark.batchId === batchId || gone.has(mark.segmentId)).map((mark) => mark.id) };
  }

  /** After the undo of a batch was committed. */
  drop(batchId: string, gone: { readonly segments: readonly string[]; readonly marks: readonly string[] }): void {
    this.standing.delete(batchId);
    const segments = new Set(gone.segments);
    const marks = new Set(gone.marks);
    this.marks = this.marks.filter((mark) => !marks.has(mark.id));
    this.settle(this.loaded.map((segment) => segment.hot).filter((hot) => !segments.has(hot.id)));
  }

  /** Which rows of each segment would count without a batch (null = all), besides those that count now. */
  liveWithout(batchId: string): { readonly now: LoadedSegment; readonly later: Uint8Array | null }[] {
    const standing = new Set(this.standing);
    standing.delete(batchId);
    const liveOf = this.livenessWith(standing);
    return this.loaded.map((now) => ({ now, later: liveOf(now.hot) }));
  }

  private livenessWith(standing: ReadonlySet<string>): (segment: HotSegment) => Uint8Array | null {
    const marksOf = new Map<string, SegmentMarks[]>();
    for (const mark of this.marks) {
      if (!standing.has(mark.batchId)) continue;
      const list = marksOf.get(mark.segmentId);
      if (list === undefined) marksOf.set(mark.segmentId, [mark]);
      else list.push(mark);
    }
    return (segment) => liveRows(segment.count, standing.has(segment.batchId), marksOf.get(segment.id) ?? []);
  }

  private know(batch: ImportBatch): void {
    const mapping = sourceMappingSchema.safeParse(batch.mapping);
    this.files.set(batch.id, { fileName: batch.fileName, sheet: mapping.data?.sheet?.name ?? '' });
    if (batch.undoneAt === null) this.standing.add(batch.id);
    else this.standing.delete(batch.id);
  }

  private settle(hot: readonly HotSegment[]): void {
    const liveOf = this.livenessWith(this.standing);
    this.loaded = hot.map((segment) => {
      const live = liveOf(segment);
      return { hot: segment, live, liveCount: live === null ? segment.count : live.reduce((sum, one) => sum + one, 0) };
    });
    this.version++;
  }
}
