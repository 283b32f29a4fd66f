import type { FileIssue, SourceInspection } from '@shared/contracts/import-run';
import { cleanText } from '@shared/domain/imports/normalise-text';
import { type Result, err } from '@shared/kernel/result';
import type { ImportObject } from '@shared/records/import-object';
import type { PresetContent } from '@shared/records/import-preset';
import { type ByteSource, slicesOf } from '../csv/byte-source';
import { CsvScanner } from '../csv/csv-scanner';
import { sniffTable } from '../csv/sniff-table';
import { EncodingDetector, bomLength } from '../csv/text-encoding';
import { type ProfileReader, describeTable } from './describe-table';
import { scanFile } from './scan-file';

const HEAD_BYTES = 512 * 1024;
const unwatched = { onProgress: () => undefined, isCancelled: () => false };

/** A text file's encoding, delimiter and header, and what its columns hold. */
export async function inspectText(source: ByteSource, as: ImportObject | null, readProfile: ProfileReader, presets: readonly PresetContent[]): Promise<Result<SourceInspection, FileIssue>> {
  const head = await source.read(0, Math.min(HEAD_BYTES, source.bytes));
  const bom = bomLength(head);
  const detector = new EncodingDetector(bom > 0);
  for await (const slice of slicesOf(source)) detector.push(slice);
  const detected = detector.result();
  if ('bad' in detected) return err({ code: 'file.badBytes', detail: String(detected.bad.offset), line: detected.bad.line });
  if ('unclear' in detected) return err({ code: 'file.encodingUnclear', detail: '', line: null });
  const { encoding } = detected;
  const sniffed = sniffTable(head.subarray(bom), encoding, presets);
  if (sniffed === null) return err({ code: 'file.empty', detail: '', line: null });
  const { delimiter, headerLine } = sniffed;
  return describeTable(
    source,
    {
      header: sniffed.header.map(cleanText),
      place: { encoding, delimiter, headerLine, sheet: null },
      workbook: null,
      scan: (taker) => {
        const scanner: CsvScanner = new CsvScanner(delimiter.charCodeAt(0), taker(() => scanner));
        return scanFile(source, scanner, () => 0, unwatched);
      },
    },
    as,
    readProfile,
    presets,
  );
}
