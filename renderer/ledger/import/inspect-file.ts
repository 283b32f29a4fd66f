import type { FileIssue, SheetPlace, SourceInspection } from '@shared/contracts/import-run';
import { importPresets } from '@shared/domain/imports/import-presets';
import { type Result, err } from '@shared/kernel/result';
import type { ImportObject } from '@shared/records/import-object';
import type { ByteSource } from '../csv/byte-source';
import type { ProfileReader } from './describe-table';
import { fileKind } from './file-kind';
import { inspectText } from './inspect-text';
import { inspectWorkbook } from './inspect-workbook';

/**
 * Looks a file over without writing anything: what it is by its bytes, where its table lies (encoding and delimiter, or
 * sheet; header row), what it holds and from where, a field per column with its evidence. Refuses what cannot be read,
 * with the code, the place and what lacks. `place` = the user's choice in a workbook; without one the best is looked for.
 * `presets` = those in force in the workspace; without them the built-in ones.
 */
export async function inspectFile(source: ByteSource, as: ImportObject | null, readProfile: ProfileReader, place?: SheetPlace | null, presets = importPresets): Promise<Result<SourceInspection, FileIssue>> {
  if (source.bytes === 0) return err({ code: 'file.empty', detail: '', line: null });
  const kind = await fileKind(source);
  if (kind === 'text') return inspectText(source, as, readProfile, presets);
  if (kind === 'xlsx' || kind === 'xls') return inspectWorkbook(source, kind, as, readProfile, presets, place ?? null);
  return err({ code: kind, detail: '', line: null });
}
