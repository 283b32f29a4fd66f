import type { FileIssue, FoundSheet, FoundWorkbook, SheetPlace, SourceInspection } from '@shared/contracts/import-run';
import { type Result, err } from '@shared/kernel/result';
import type { ImportObject } from '@shared/records/import-object';
import type { PresetContent } from '@shared/records/import-preset';
import type { ByteSource } from '../csv/byte-source';
import { openWorkbook } from '../xlsx/open-workbook';
import type { Workbook } from '../xlsx/workbook';
import { orFault } from '../xlsx/workbook-fault';
import { type ProfileReader, describeTable, findProfile } from './describe-table';
import { type SheetLook, lookAtSheet } from './look-at-sheet';
import { scanSheet } from './scan-sheet';

const LONGEST_ROW = 120;

/**
 * A workbook's sheets and the one that is to be read: the user's choice, else the first visible one whose header is known,
 * else the first visible one with anything in it. A hidden sheet is never taken up by itself: if it is all there is, it is asked.
 */
export async function inspectWorkbook(source: ByteSource, kind: 'xlsx' | 'xls', as: ImportObject | null, readProfile: ProfileReader, presets: readonly PresetContent[], place: SheetPlace | null): Promise<Result<SourceInspection, FileIssue>> {
  const opened = await openWorkbook(source, kind);
  if (!opened.ok) return opened;
  const workbook = opened.value;
  const looks: SheetLook[] = [];
  for (const { name, hidden } of workbook.sheets) {
    const look = await lookAtSheet(workbook, name, hidden, place?.sheet === name ? place.headerLine : null, presets);
    if (!look.ok) return look;
    looks.push(look.value);
  }
  const chosen = place === null ? await propose(looks, as, readProfile) : looks.find(({ name }) => name === place.sheet);
  const found = foundWorkbook(looks, chosen ?? null);
  if (chosen === undefined) return err({ code: place === null ? (looks.some(({ top }) => top.length > 0) ? 'file.onlyHidden' : 'file.empty') : 'file.noSheet', detail: place?.sheet ?? hiddenNames(looks), line: null, workbook: found });
  const inspected = await describe(source, workbook, chosen, found, as, readProfile, presets);
  return inspected.ok ? inspected : err({ ...inspected.error, workbook: found });
}

async function propose(looks: readonly SheetLook[], as: ImportObject | null, readProfile: ProfileReader): Promise<SheetLook | undefined> {
  const visible = looks.filter(({ hidden, top }) => !hidden && top.length > 0);
  for (const look of visible) if (look.header?.reason === 'words' || (look.header !== null && (await findProfile(look.header.cells, as, readProfile)) !== null)) return look;
  return visible[0];
}

const hiddenNames = (looks: readonly SheetLook[]): string => looks.filter(({ hidden, top }) => hidden && top.length > 0).map(({ name }) => name).join(', ');

function foundWorkbook(looks: readonly SheetLook[], chosen: SheetLook | null): FoundWorkbook {
  return {
    sheets: looks.map(({ name, hidden, rows, header }): FoundSheet => ({ name, hidden, rows, headerLine: header?.line ?? null, headerReason: header?.reason ?? null })),
    sheet: chosen?.name ?? '',
    topRows: (chosen?.top ?? []).map(({ line, cells }) => ({ line, text: cells.filter((cell) => cell !== '').join(', ').slice(0, LONGEST_ROW) })),
  };
}

async function describe(source: ByteSource, workbook: Workbook, look: SheetLook, found: FoundWorkbook, as: ImportObject | null, readProfile: ProfileReader, presets: readonly PresetContent[]): Promise<Result<SourceInspection, FileIssue>> {
  const { header, name } = look;
  if (header === null) return err({ code: 'file.empty', detail: name, line: null });
  if (header.merged.length > 0) return err({ code: 'file.mergedHeaders', detail: header.merged.join(', '), line: header.line });
  const sheet = await orFault(() => workbook.open(name));
  if (!sheet.ok) return sheet;
  const { dateSystem } = workbook;
  return describeTable(
    source,
    {
      header: header.cells,
      place: { encoding: 'utf-8', delimiter: ',', headerLine: header.line, sheet: { name, dateSystem } },
      workbook: found,
      scan: (taker) => scanSheet(sheet.value, { sheet: name, dateSystem, headerLine: header.line, uses: header.cells.map(() => null), pointMarks: [] }, taker, {}),
    },
    as,
    readProfile,
    presets,
  );
}
