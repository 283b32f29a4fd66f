import { type ColumnEvidence, type FileIssue, type SourceInspection, type SourceMapping, sourceMappingSchema } from '@shared/contracts/import-run';
import { columnLetter } from '@shared/domain/imports/column-letter';
import { profileIdOf } from '@shared/domain/imports/header-fingerprint';
import { kindOf } from '@shared/domain/imports/import-fields';
import { cleanText } from '@shared/domain/imports/normalise-text';
import { type RecognisedSource, nearestObject, recogniseSource } from '@shared/domain/imports/recognise-source';
import { isNotASale, outcomeOfWords } from '@shared/domain/imports/stage-outcome';
import { type Result, err, ok } from '@shared/kernel/result';
import { type ImportObject, importObjectSchema } from '@shared/records/import-object';
import { type ByteSource, slicesOf } from '../csv/byte-source';
import { CsvScanner, MAX_COLUMNS } from '../csv/csv-scanner';
import { sniffTable } from '../csv/sniff-table';
import { EncodingDetector, bomLength, refusedByFirstBytes } from '../csv/text-encoding';
import { ColumnSurvey, type SurveyedColumn } from './column-survey';

const HEAD_BYTES = 512 * 1024;

/** The mapping remembered under a profile id, as stored; undefined when there is none. */
export type ProfileReader = (id: string) => Promise<unknown>;

const refuse = (code: FileIssue['code'], detail = '', line: number | null = null): Result<never, FileIssue> => err({ code, detail, line });

/**
 * Looks a file over without writing anything: encoding, delimiter, header, what it holds and from where, a field per
 * column with its evidence. Refuses what cannot be read, with the code, the place and what lacks.
 */
export async function inspectFile(source: ByteSource, as: ImportObject | null, readProfile: ProfileReader): Promise<Result<SourceInspection, FileIssue>> {
  if (source.bytes === 0) return refuse('file.empty');
  const head = await source.read(0, Math.min(HEAD_BYTES, source.bytes));
  const refused = refusedByFirstBytes(head);
  if (refused !== null) return refuse(refused);
  const bom = bomLength(head);
  const detector = new EncodingDetector(bom > 0);
  for await (const slice of slicesOf(source)) detector.push(slice);
  const detected = detector.result();
  if ('bad' in detected) return refuse('file.badBytes', String(detected.bad.offset), detected.bad.line);
  const { encoding } = detected;
  const sniffed = sniffTable(head.subarray(bom), encoding);
  if (sniffed === null) return refuse('file.empty');
  const header = sniffed.header.map(cleanText);
  const wrong = headerIssue(header, sniffed.headerLine);
  if (wrong !== null) return err(wrong);

  const recognised = recogniseSource(header, as);
  const profile = await findProfile(header, as ?? recognised?.object ?? null, readProfile);
  if (recognised === null && profile === null) {
    const nearest = nearestObject(header);
    return refuse('file.missingField', `${nearest.object}: ${nearest.missing.join(', ') || '–'}`, sniffed.headerLine);
  }
  const surveyed = await survey(source, bom, sniffed.delimiter, sniffed.headerLine, header.length);
  if (!surveyed.ok) return surveyed;
  const place = { encoding, delimiter: sniffed.delimiter, headerLine: sniffed.headerLine };
  const decoder = new TextDecoder(encoding);
  const columns = surveyed.value.columns.map((column) => column.judge(decoder));
  const mapping = profile === null ? proposeMapping(recognised!, header, columns, surveyed.value.columns, decoder, place) : { ...profile, ...place };
  const evidence = columns.map((column, at): ColumnEvidence => {
    const reason = profile === null ? recognised!.columns[at]!.reason : mapping.columns[at]!.field === null ? 'none' : 'profile';
    return { ...column, header: header[at]!, reason };
  });
  const preset = recognised?.preset ? { name: recognised.preset.name, matched: recognised.matched, expected: header.length } : null;
  return ok({ fileName: source.name, bytes: source.bytes, rows: surveyed.value.rows, mapping, evidence, preset, fromProfile: profile !== null });
}

function headerIssue(header: readonly string[], line: number): FileIssue | null {
  if (header.length > MAX_COLUMNS) return { code: 'file.tooManyColumns', detail: String(header.length), line };
  if (header.every((name) => name === '')) return { code: 'file.noHeader', detail: '', line };
  const blank = header.flatMap((name, at) => (name === '' ? [columnLetter(at)] : []));
  if (blank.length > 0) return { code: 'file.blankHeaders', detail: blank.join(', '), line };
  const twice = header.filter((name, at) => header.indexOf(name) !== at);
  return twice.length > 0 ? { code: 'file.duplicateHeaders', detail: [...new Set(twice)].join(', '), line } : null;
}

async function findProfile(header: readonly string[], object: ImportObject | null, readProfile: ProfileReader): Promise<SourceMapping | null> {
  for (const candidate of object === null ? importObjectSchema.options : [object]) {
    const stored = await readProfile(profileIdOf(candidate, header));
    const mapping = sourceMappingSchema.safeParse(stored);
    if (mapping.success && mapping.data.columns.length === header.length) return mapping.data;
  }
  return null;
}

async function survey(source: ByteSource, bom: number, delimiter: string, headerLine: number, width: number): Promise<Result<{ rows: number; columns: ColumnSurvey[] }, FileIssue>> {
  const columns = Array.from({ length: width }, () => new ColumnSurvey());
  let rows = 0;
  const scanner = new CsvScanner(delimiter.charCodeAt(0), (bytes, starts, ends, fields, line) => {
    if (line <= headerLine || (fields === 1 && starts[0] === ends[0])) return;
    rows++;
    if (fields !== width) return;
    for (let at = 0; at < width; at++) columns[at]!.take(bytes, starts[at]!, ends[at]!);
  });
  let first = true;
  for await (const slice of slicesOf(source)) {
    scanner.push(first ? slice.subarray(bom) : slice);
    first = false;
  }
  scanner.finish();
  return scanner.unclosedLine === null ? ok({ rows, columns }) : refuse('file.unclosedQuote', '', scanner.unclosedLine);
}

function proposeMapping(
  recognised: RecognisedSource,
  header: readonly string[],
  judged: readonly SurveyedColumn[],
  surveys: readonly ColumnSurvey[],
  decoder: TextDecoder,
  place: Pick<SourceMapping, 'encoding' | 'delimiter' | 'headerLine'>,
): SourceMapping {
  const { object, preset } = recognised;
  const textsOf = (field: string) => {
    const at = recognised.columns.findIndex((column) => column.field === field);
    return at < 0 ? [] : surveys[at]!.texts(decoder);
  };
  const stages = object === 'opportunities' ? textsOf('stage') : [];
  const statuses = object === 'orders' ? textsOf('status') : [];
  const ended = (outcome: 'won' | 'lost', known: readonly string[]) => [...new Set([...known, ...stages.filter((stage) => outcomeOfWords(stage) === outcome)])];
  const uncounted = statuses.some(isNotASale) ? statuses.filter((status) => !isNotASale(status)) : null;
  return {
    object,
    source: recognised.source,
    ...place,
    columns: header.map((name, at) => {
      const { field } = recognised.columns[at]!;
      const kind = field === null ? null : kindOf(object, field);
      return { header: name, field, dateOrder: kind === 'day' ? dateOrderOf(judged[at]!) : null, decimalMark: kind === 'money' || kind === 'quantity' ? decimalMarkOf(judged[at]!) : null };
    }),
    countedStatuses: object !== 'orders' ? null : (preset?.countedStatuses ? [...preset.countedStatuses] : uncounted),
    wonStages: object === 'opportunities' ? ended('won', preset?.wonStages ?? []) : [],
    lostStages: object === 'opportunities' ? ended('lost', preset?.lostStages ?? []) : [],
  };
}

/** The column's own evidence: one value that reads only one way round decides for all; values of both kinds leave it open. */
function dateOrderOf(column: SurveyedColumn): 'mdy' | 'dmy' | null {
  if (column.onlyMdy > 0 && column.onlyDmy === 0) return 'mdy';
  return column.onlyDmy > 0 && column.onlyMdy === 0 ? 'dmy' : null;
}

/** A point, unless a value only reads with a decimal comma: then it is asked. */
const decimalMarkOf = (column: SurveyedColumn): '.' | null => (column.ambiguousNumbers > 0 ? null : '.');
