import type { ByteSource } from '../csv/byte-source';
import { type ArchiveLimits, openArchive } from './open-archive';
import { readStyles } from './read-styles';
import { NO_STRINGS, type SharedStrings, readSharedStrings } from './shared-strings';
import { SheetScanner } from './sheet-scanner';
import type { Workbook } from './workbook';
import { WorkbookFault } from './workbook-fault';
import { readWorkbookParts } from './workbook-parts';

/** An .xlsx or .xlsm file: only its sheets of cells, texts and number formats are ever inflated. Throws `WorkbookFault`. */
export async function openXlsx(source: ByteSource, limits?: ArchiveLimits): Promise<Workbook> {
  const archive = await openArchive(source, limits);
  const parts = await readWorkbookParts(archive);
  const needed = async (part: string) => {
    const bytes = await archive.read(part);
    if (bytes === null) throw new WorkbookFault('file.damaged', part);
    return bytes;
  };
  const styles = parts.styles === null || !archive.has(parts.styles) ? [] : readStyles(await needed(parts.styles), parts.styles);
  let strings: Promise<SharedStrings> | null = null;
  const readStrings = async () => (parts.sharedStrings === null || !archive.has(parts.sharedStrings) ? NO_STRINGS : readSharedStrings(await needed(parts.sharedStrings), parts.sharedStrings));
  // A sheet is looked over before it is read: the last one stays inflated.
  let last: { readonly name: string; readonly rows: SheetScanner } | null = null;
  return {
    dateSystem: parts.dateSystem,
    sheets: parts.sheets,
    open: async (name) => {
      const sheet = parts.sheets.find((one) => one.name === name);
      if (sheet === undefined) throw new WorkbookFault('file.noSheet', name);
      if (last?.name !== name) {
        last = null;
        last = { name, rows: new SheetScanner(await needed(sheet.part), name, await (strings ??= readStrings()), styles) };
      }
      return last.rows;
    },
  };
}
