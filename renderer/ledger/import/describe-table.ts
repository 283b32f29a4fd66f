import { type ColumnEvidence, type FileIssue, type FoundWorkbook, type SourceInspection, type SourceMapping, sourceMappingSchema } from '@shared/contracts/import-run';
import { columnLetter } from '@shared/domain/imports/column-letter';
import { proposeAnswers, renewAnswers } from '@shared/domain/imports/column-answers';
import { isFooterLine } from '@shared/domain/imports/footer-line';
import { profileIdOf } from '@shared/domain/imports/header-fingerprint';
import { kindOf } from '@shared/domain/imports/import-fields';
import { isRejectedTable, sourceColumns, withOwnColumns } from '@shared/domain/imports/own-columns';
import { type RecognisedSource, nearestObject, recogniseSource } from '@shared/domain/imports/recognise-source';
import { isNotASale, outcomeOfWords } from '@shared/domain/imports/stage-outcome';
import { taxBasisOfHeaders } from '@shared/domain/imports/tax-words';
import { type Result, err, ok } from '@shared/kernel/result';
import { type ImportObject, importObjectSchema } from '@shared/records/import-object';
import type { PresetContent } from '@shared/records/import-preset';
import type { ByteSource } from '../csv/byte-source';
import { MAX_COLUMNS } from '../csv/csv-scanner';
import { ColumnSurvey, type SurveyedColumn } from './column-survey';
import { unguarded } from './rejected-table';
import { isBlankRow } from './row-gate';
import type { TakerOf } from './table-rows';

/** The mapping remembered under a profile id, as stored; undefined when there is none. */
export type ProfileReader = (id: string) => Promise<unknown>;

/** Where a table lies in its file. */
export type TablePlace = Pick<SourceMapping, 'encoding' | 'delimiter' | 'headerLine' | 'sheet'>;

/** A table whose header has been found and that can be read through. */
export interface FoundTable {
  readonly header: readonly string[];
  readonly place: TablePlace;
  readonly workbook: FoundWorkbook | null;
  readonly scan: (taker: TakerOf) => Promise<Result<null, FileIssue>>;
}

/** Objects whose documents count or not by their status. */
const COUNTED: ReadonlySet<ImportObject> = new Set(['orders', 'payments']);

const LONGEST_FOOTER = 1_000;
const refuse = (code: FileIssue['code'], detail = '', line: number | null = null): Result<never, FileIssue> => err({ code, detail, line });

/** Says what a table holds and from where, a field per column with its evidence. Refuses what cannot be read, with the code, the place and what lacks. */
export async function describeTable(source: ByteSource, found: FoundTable, as: ImportObject | null, readProfile: ProfileReader, presets: readonly PresetContent[]): Promise<Result<SourceInspection, FileIssue>> {
  const { header, place } = found;
  const wrong = headerIssue(header, place);
  if (wrong !== null) return err(wrong);
  const recognised = recogniseTable(header, as, presets);
  const profile = await findProfile(header, as ?? recognised?.object ?? null, readProfile);
  if (recognised === null && profile === null) {
    const nearest = nearestObject(header);
    return refuse('file.missingField', `${nearest.object}: ${nearest.missing.join(', ') || '–'}`, place.headerLine);
  }
  const surveyed = await survey(found, profile?.footer ?? recognised?.preset?.footer ?? false);
  if (!surveyed.ok) return surveyed;
  const decoder = new TextDecoder(place.encoding);
  const columns = surveyed.value.columns.map((column) => column.judge(decoder));
  const nameless = header.flatMap((name, at) => (name === '' && columns[at]!.distinct > 0 ? [columnLetter(at)] : []));
  if (nameless.length > 0) return refuse('file.blankHeaders', nameless.join(', '), place.headerLine);
  const proposed = profile === null ? proposeMapping(recognised!, header, columns, surveyed.value.columns, decoder, place) : renewed(profile, columns, place);
  const mapping = { ...proposed, footer: surveyed.value.footer, taxBasis: taxBasisOfHeaders(proposed.columns) ?? proposed.taxBasis };
  const evidence = columns.map((column, at): ColumnEvidence => {
    const reason = profile === null ? recognised!.columns[at]!.reason : mapping.columns[at]!.field === null ? 'none' : 'profile';
    return { ...column, header: header[at]!, reason };
  });
  const preset = recognised?.preset ? { name: recognised.preset.name, matched: recognised.matched, expected: header.length } : null;
  return ok({ fileName: source.name, bytes: source.bytes, rows: surveyed.value.rows, mapping, evidence, preset, fromProfile: profile !== null, workbook: found.workbook });
}

/** A sheet, and the export of its rejected rows, may have empty columns, beside its table or between: they count as nameless only when they hold something. */
function headerIssue(header: readonly string[], { headerLine: line, sheet }: TablePlace): FileIssue | null {
  if (header.length > MAX_COLUMNS) return { code: 'file.tooManyColumns', detail: String(header.length), line };
  if (header.every((name) => name === '')) return { code: 'file.noHeader', detail: '', line };
  const blank = header.flatMap((name, at) => (name === '' ? [columnLetter(at)] : []));
  if (blank.length > 0 && sheet === null && !isRejectedTable(header)) return { code: 'file.blankHeaders', detail: blank.join(', '), line };
  const twice = header.filter((name, at) => name !== '' && header.indexOf(name) !== at);
  return twice.length > 0 ? { code: 'file.duplicateHeaders', detail: [...new Set(twice)].join(', '), line } : null;
}

/** The remembered mapping of tables with this header, of the one object or of any; null when there is none. */
export async function findProfile(header: readonly string[], object: ImportObject | null, readProfile: ProfileReader): Promise<SourceMapping | null> {
  for (const candidate of object === null ? importObjectSchema.options : [object]) {
    const own = sourceColumns(header, header);
    const stored = await readProfile(profileIdOf(candidate, own));
    const mapping = sourceMappingSchema.safeParse(stored);
    if (mapping.success && mapping.data.columns.length === own.length) return withOwnColumns(mapping.data, header);
  }
  return null;
}

/** As `recogniseSource`, by the file's own columns: ours at the end of an export of rejected rows are nobody's. */
function recogniseTable(header: readonly string[], as: ImportObject | null, presets: readonly PresetContent[]): RecognisedSource | null {
  const recognised = recogniseSource(sourceColumns(header, header), as, presets);
  return recognised && { ...recognised, columns: header.map((_, at) => recognised.columns[at] ?? { field: null, reason: 'none' }) };
}

interface Surveyed {
  readonly rows: number;
  readonly columns: ColumnSurvey[];
  /** Whether the lines after the first blank one are no data: by what was known, or by their own words. */
  readonly footer: boolean;
}

async function survey({ header, place, ...table }: FoundTable, footerKnown: boolean): Promise<Result<Surveyed, FileIssue>> {
  const width = header.length;
  const columns = header.map(() => new ColumnSurvey());
  const decoder = new TextDecoder(place.encoding);
  let rows = 0;
  let rowsBeforeBlank = -1;
  let lastLine = 0;
  let words = false;
  let wide = false;
  const take: TakerOf = (marks) => (bytes, starts, ends, fields, line) => {
    if (line <= place.headerLine) return;
    const blank = isBlankRow(starts, ends, fields);
    if (rowsBeforeBlank < 0 && rows > 0 && (blank || (place.sheet !== null && line > lastLine + 1))) rowsBeforeBlank = rows;
    lastLine = line;
    if (blank) return;
    if (rowsBeforeBlank >= 0) {
      if (footerKnown) return;
      if (hasSecondCell(starts, ends, fields)) wide = true;
      else if (!words && ends[0]! - starts[0]! < LONGEST_FOOTER) words = isFooterLine(decoder.decode(bytes.subarray(starts[0], ends[0])));
    }
    rows++;
    if (fields !== width) return;
    const { numbers } = marks();
    for (let at = 0; at < width; at++) columns[at]!.take(bytes, starts[at]!, ends[at]!, numbers !== null && numbers[at] === 1);
  };
  const scanned = await table.scan(isRejectedTable(header) ? unguarded(take, header.length) : take);
  if (!scanned.ok) return scanned;
  // By its words alone a footer is believed only where nothing like data stands below the blank line.
  const footer = footerKnown || (words && !wide);
  return ok({ rows: footer && rowsBeforeBlank >= 0 ? rowsBeforeBlank : rows, columns, footer });
}

function hasSecondCell(starts: Int32Array, ends: Int32Array, fields: number): boolean {
  for (let at = 1; at < fields && at < starts.length; at++) if (starts[at] !== ends[at]) return true;
  return false;
}

/** A remembered mapping for this file: where the table lies is this file's, and an answer that its values contradict is asked anew. */
function renewed(profile: SourceMapping, judged: readonly SurveyedColumn[], place: TablePlace): SourceMapping {
  const columns = profile.columns.map((column, at) => {
    const kind = column.field === null ? null : kindOf(profile.object, column.field);
    return { ...column, ...renewAnswers(kind, column, judged[at]!, place.sheet?.dateSystem ?? null) };
  });
  return { ...profile, ...place, columns };
}

function proposeMapping(
  recognised: RecognisedSource,
  header: readonly string[],
  judged: readonly SurveyedColumn[],
  surveys: readonly ColumnSurvey[],
  decoder: TextDecoder,
  place: TablePlace,
): SourceMapping {
  const { object, preset } = recognised;
  const textsOf = (field: string) => {
    const at = recognised.columns.findIndex((column) => column.field === field);
    return at < 0 ? [] : surveys[at]!.texts(decoder);
  };
  const stages = object === 'opportunities' ? textsOf('stage') : [];
  const statuses = COUNTED.has(object) ? textsOf('status') : [];
  const ended = (outcome: 'won' | 'lost', known: readonly string[]) => [...new Set([...known, ...stages.filter((stage) => outcomeOfWords(stage) === outcome)])];
  const uncounted = statuses.some(isNotASale) ? statuses.filter((status) => !isNotASale(status)) : null;
  return {
    object,
    source: recognised.source,
    ...place,
    columns: header.map((name, at) => {
      const { field } = recognised.columns[at]!;
      const kind = field === null ? null : kindOf(object, field);
      return { header: name, field, ...proposeAnswers(kind, judged[at]!, place.sheet?.dateSystem ?? null) };
    }),
    countedStatuses: !COUNTED.has(object) ? null : (preset?.countedStatuses ? [...preset.countedStatuses] : uncounted),
    wonStages: object === 'opportunities' ? ended('won', preset?.wonStages ?? []) : [],
    lostStages: object === 'opportunities' ? ended('lost', preset?.lostStages ?? []) : [],
    footer: preset?.footer ?? false,
    taxBasis: null,
    rates: [],
    fiscalYear: null,
    moves: [],
  };
}
