import { z } from 'zod';
import { columnTotalSchema } from '../records/import-batch';
import { importObjectSchema } from '../records/import-object';
import { planMeasureSchema } from '../records/plan';
import { daySchema, fenSchema, monthSchema, nameSchema } from '../records/parts';
import { exchangeRateSchema, taxBasisSchema } from '../records/source-rule';

/** Fields a column can be mapped to, per object. `*` = required. See domain/imports for what each accepts. */
export const importFieldSchema = z.enum([
  // orders
  'orderNumber', 'lineNumber', 'orderDate', 'customer', 'owner', 'ownerId', 'product', 'channel', 'region', 'quantity', 'price', 'amount', 'margin', 'status', 'kind',
  // opportunities (customer, owner, ownerId, product shared)
  'opportunityId', 'opportunityName', 'stage', 'createdOn', 'closedOn', 'expectedCloseOn', 'wonAmount', 'lostReason',
  // customers, products, people
  'name', 'code', 'class', 'industry', 'city', 'line', 'externalId', 'title', 'unitPath', 'region1', 'team1', 'manager', 'joinedOn', 'leftOn', 'effectiveFrom',
  // payments (orderNumber, customer, owner, ownerId, amount, status shared)
  'paymentNumber', 'paymentDate', 'method', 'currency',
  // activities, complaints, surveys (customer, owner, ownerId, product, stage, opportunityName shared)
  'activityId', 'activityDate', 'activityKind', 'contact', 'subject', 'result',
  'complaintNumber', 'complaintDate', 'category', 'severity', 'resolvedOn', 'cause',
  'responseId', 'responseDate', 'nps', 'csat', 'question', 'comment',
  // contacts (name, code, customer, title, owner shared)
  'phone', 'email', 'birthday', 'givenName',
  // targets per person and month: a column per calendar month, or month and number in a row; what the year is said to sum to
  'month1', 'month2', 'month3', 'month4', 'month5', 'month6', 'month7', 'month8', 'month9', 'month10', 'month11', 'month12', 'targetMonth', 'target', 'yearTotal',
  // opportunities, later: how likely one is, where it came from and against whom
  'probability', 'leadSource', 'competitor',
]);
export type ImportField = z.infer<typeof importFieldSchema>;

/** How a column's dates are meant: which way round 07/08/2024 is, or from which year its bare day numbers (45123) count. */
export const dateOrderSchema = z.enum(['ymd', 'mdy', 'dmy', 'serial1900', 'serial1904']);
/** What a bare 0.5 in a column of shares is: half, or half a per cent. */
export const shareUnitSchema = z.enum(['fraction', 'percent']);
export const decimalMarkSchema = z.enum(['.', ',']);

/** Excel counts days from 1900 or, in workbooks from old Macs, from 1904. */
export const dateSystemSchema = z.enum(['1900', '1904']);
export type DateSystem = z.infer<typeof dateSystemSchema>;

/** How one file is read: kept with the batch and, per header, as the profile that is used again without asking. */
export const sourceMappingSchema = z.strictObject({
  object: importObjectSchema,
  /** System name: `fxiaoke`, `zoho`, `kingdee` … or the plain table's own name. Identities live under it. */
  source: nameSchema,
  encoding: z.enum(['utf-8', 'gb18030']),
  delimiter: z.enum([',', ';', '\t']),
  /** Line of the header, 1-based; the sheet's own row number in a workbook. */
  headerLine: z.int().min(1),
  /** Which sheet of a workbook, and how its day numbers count; null for a text file (encoding and delimiter then say how). */
  sheet: z.strictObject({ name: z.string(), dateSystem: dateSystemSchema }).nullable().default(null),
  /** One per column of the header, null = not imported. */
  columns: z.array(z.strictObject({ header: z.string(), field: importFieldSchema.nullable(), dateOrder: dateOrderSchema.nullable(), decimalMark: decimalMarkSchema.nullable(), shareUnit: shareUnitSchema.nullable().default(null) })),
  /** Statuses that count as sales (orders) – others are rejected with that reason; null = every status counts. */
  countedStatuses: z.array(z.string()).nullable(),
  /** Stage text → what it means; unlisted stages are open. */
  wonStages: z.array(z.string()),
  lostStages: z.array(z.string()),
  /** The export ends with lines that are no data: everything after the first blank line is left out and counted. */
  footer: z.boolean().default(false),
  /** Whether the amounts hold tax; null = not said (asked once per source). */
  taxBasis: taxBasisSchema.nullable().default(null),
  /** What one unit of each foreign currency of the file comes to; a row in another currency without a rate is rejected. */
  rates: z.array(exchangeRateSchema).default([]),
  /** Targets only: the fiscal year of a table whose columns are months without a year. */
  fiscalYear: z.int().min(1970).max(9998).nullable().default(null),
  /** Targets only: what they count, where the import has to make the year's plan. */
  measure: planMeasureSchema.exactOptional(),
  /** People whose department differs from the one that stands: a correction of it, or a move from a day on. */
  moves: z.array(z.strictObject({ personId: z.string(), from: z.union([z.literal('correction'), daySchema]) })).default([]),
});
export type SourceMapping = z.infer<typeof sourceMappingSchema>;

export const columnEvidenceSchema = z.strictObject({
  header: z.string(),
  /** First non-blank value, as in the file. */
  sample: z.string(),
  blanks: z.int(),
  distinct: z.int(),
  /** Fractions of the non-blank values that read as such. */
  asDate: z.number(),
  asNumber: z.number(),
  min: z.string(),
  max: z.string(),
  /** Why the field was proposed. */
  reason: z.enum(['preset', 'alias', 'values', 'profile', 'none']),
  /** Dates that read only one way round, and both ways (05/06/2024). A question is open while ambiguous > 0 and no order is decided by evidence. */
  onlyMdy: z.int(),
  onlyDmy: z.int(),
  ambiguousDates: z.int(),
  /** Numbers like 1.234 or 1,234 that depend on the decimal mark. */
  ambiguousNumbers: z.int(),
  /** Numbers like 1,234.56 that read with a decimal point only. */
  onlyPoint: z.int(),
  /** Bare numbers that could count days (45123.5), the first of them, and whether all are days of our time. */
  dayNumbers: z.int(),
  dayNumberSample: z.string(),
  dayNumbersLikely: z.boolean(),
  /** Fraction of the non-blank values that read as a share. */
  asShare: z.number(),
  /** Shares with a per cent sign, bare ones above 1, bare ones above 0 up to 1 (0.5: half, or half a per cent?) and the first of these. */
  markedShares: z.int(),
  sharesAboveOne: z.int(),
  sharesUpToOne: z.int(),
  shareSample: z.string(),
  /** Codes of the currencies that the values name or are marked with; ascending. */
  currencies: z.array(z.string()),
});
export type ColumnEvidence = z.infer<typeof columnEvidenceSchema>;

/** A sheet of a workbook as the user chooses among them. */
export const foundSheetSchema = z.strictObject({
  name: z.string(),
  /** Hidden in the workbook: never read unless the user says so. */
  hidden: z.boolean(),
  /** Rows that hold anything, below the header where there is one. */
  rows: z.int(),
  /** The header row and how it was found: its words name an object's columns, or it is just the first row with anything in it. Null for an empty sheet. */
  headerLine: z.int().nullable(),
  headerReason: z.enum(['words', 'first', 'chosen']).nullable(),
});
export type FoundSheet = z.infer<typeof foundSheetSchema>;

/** What the user can choose from in a workbook. */
export const foundWorkbookSchema = z.strictObject({
  sheets: z.array(foundSheetSchema),
  /** The sheet that was looked at; '' when none was taken up without asking. */
  sheet: z.string(),
  /** Its first rows with anything in them; any of them can be the header. */
  topRows: z.array(z.strictObject({ line: z.int(), text: z.string() })),
});
export type FoundWorkbook = z.infer<typeof foundWorkbookSchema>;

/** Where in a workbook to look: the user's choice, instead of what would be proposed. */
export interface SheetPlace {
  readonly sheet: string;
  /** Null = found by its words. */
  readonly headerLine: number | null;
}

/** What was found in a file before anything is read in earnest. */
export const sourceInspectionSchema = z.strictObject({
  fileName: z.string(),
  bytes: z.int(),
  rows: z.int(),
  mapping: sourceMappingSchema,
  evidence: z.array(columnEvidenceSchema),
  /** How the source was recognised: preset name with matched / expected headers, or null for a plain table. */
  preset: z.strictObject({ name: z.string(), matched: z.int(), expected: z.int() }).nullable(),
  fromProfile: z.boolean(),
  /** Null for a text file. */
  workbook: foundWorkbookSchema.nullable(),
});
export type SourceInspection = z.infer<typeof sourceInspectionSchema>;

export const rowIssueCodes = [
  'required', 'number.malformed', 'number.tooLarge', 'number.ambiguous', 'date.malformed', 'date.missingDay', 'date.ambiguous', 'text.tooLong',
  'row.unmended', 'row.ragged', 'row.duplicate', 'row.unclosedQuote', 'row.badBytes', 'status.notCounted', 'won.withoutAmount', 'won.withoutDate', 'org.cycle', 'org.missingBoss',
  'target.unknownPerson', 'target.ambiguousPerson', 'target.outsideMembership', 'target.locked', 'target.totalDiffers', 'target.badMonth',
  // Cells of a workbook only: an error value, a formula that was never calculated, a merge that cannot be taken apart,
  // a day number that is no day, a bare number among dates, a long id that a spreadsheet has rounded.
  'cell.error', 'cell.noValue', 'cell.merged', 'date.serial', 'date.bareNumber', 'number.lostDigits',
  'number.outOfRange',
  // A share beyond 0 to 100 %, or bare where others carry a sign; a word that is no yes or no; a line of sums; currencies.
  'share.malformed', 'share.outOfRange', 'share.ambiguous', 'flag.malformed', 'row.total', 'currency.noRate', 'currency.unknown', 'currency.mixed',
] as const;
export const rowIssueSchema = z.strictObject({
  /** Line in the file, the first line being 1. */
  line: z.int(),
  /** Column letter(s) as a spreadsheet names them, '' for the whole row, and its header. */
  column: z.string(),
  header: z.string(),
  code: z.enum(rowIssueCodes),
  /** The offending text, cut to 80 characters, or what the message needs (the other line of a duplicate). */
  detail: z.string(),
  /** Amount of the row in 分 where it could be read. */
  amountFen: z.int().nullable(),
});
export type RowIssue = z.infer<typeof rowIssueSchema>;

/** The whole file is refused: nothing can be read. */
export const fileIssueCodes = [
  'file.empty', 'file.utf16', 'file.badBytes', 'file.noHeader', 'file.blankHeaders', 'file.duplicateHeaders', 'file.tooManyColumns', 'file.unclosedQuote', 'file.zip', 'file.missingField',
  'file.encrypted', 'file.damaged', 'file.inflatesTooMuch', 'file.dtd', 'file.html', 'file.binaryWorkbook', 'file.mergedHeaders', 'file.noFiscalYear', 'file.noMeasure', 'file.noSheet', 'file.onlyHidden', 'file.vanished', 'file.locked', 'file.changed', 'file.cancelled', 'file.encodingUnclear',
] as const;
export const fileIssueSchema = z.strictObject({
  code: z.enum(fileIssueCodes),
  detail: z.string(),
  line: z.int().nullable(),
  /** Of a workbook whose sheet cannot be read as it was looked at: another sheet or header row may be. */
  workbook: foundWorkbookSchema.optional(),
});
export type FileIssue = z.infer<typeof fileIssueSchema>;

/** What an import of targets does to the plans, beyond its rows. */
export const targetTrialSchema = z.strictObject({
  cellsAdded: z.int(),
  cellsChanged: z.int(),
  /** Every unit whose year changes, in tree order, and the organisation first: Σ of its leaves, null = no target at all. */
  units: z.array(z.strictObject({ fiscalYear: z.int(), name: z.string(), beforeFen: fenSchema.nullable(), afterFen: fenSchema.nullable() })),
});
export type TargetTrial = z.infer<typeof targetTrialSchema>;

export const dryRunSchema = z.strictObject({
  runId: z.string(),
  object: importObjectSchema,
  rows: z.int(),
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  rejected: z.int(),
  /** Why rows were rejected, in file order; at most 1,000 listed. */
  issues: z.array(rowIssueSchema),
  totals: z.array(columnTotalSchema),
  months: z.array(monthSchema),
  /** Owners of accepted rows that no person answers to: their rows go to 未分配. */
  unmatchedOwners: z.array(z.strictObject({ ownerKey: z.string(), ownerName: z.string(), rows: z.int(), candidates: z.array(z.string()) })),
  /** Signed months that the batch would touch. */
  signedMonths: z.array(monthSchema),
  /** Of an import of targets only. */
  targets: targetTrialSchema.optional(),
  /** People whose department differs from the one that stands, without a date; those the mapping's `moves` do not name keep theirs. Paths, '' = the organisation itself. */
  departments: z.array(z.strictObject({ personId: z.string(), name: z.string(), from: z.string(), to: z.string() })).default([]),
  /** Lines after the first blank one that are no data, where the mapping says so: neither read nor rejected. */
  leftOut: z.int().default(0),
  /** Sources whose standing order batches have the other tax basis: their sums should not be added to these unseen. */
  otherTaxBases: z.array(z.strictObject({ source: z.string(), taxBasis: taxBasisSchema })).default([]),
});
export type DryRun = z.infer<typeof dryRunSchema>;

export interface ImportProgress {
  readonly stage: 'reading' | 'comparing' | 'writing';
  readonly doneBytes: number;
  readonly totalBytes: number;
  readonly rows: number;
}
