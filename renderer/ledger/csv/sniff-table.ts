import type { SourceMapping } from '@shared/contracts/import-run';
import { recogniseSource } from '@shared/domain/imports/recognise-source';
import type { PresetContent } from '@shared/records/import-preset';
import { CsvScanner } from './csv-scanner';
import type { Encoding } from './text-encoding';

export type Delimiter = SourceMapping['delimiter'];
const DELIMITERS: readonly Delimiter[] = [',', ';', '\t'];
const LINES_LOOKED_AT = 20;

interface Line {
  readonly line: number;
  readonly cells: string[];
}

/**
 * Finds the delimiter and the header line from the first bytes of a file (byte order mark removed). The header is the
 * first of the top 20 lines whose words name an object's columns, else the first line that is not blank; of the
 * delimiters the one that gives that line the most columns, the comma on a tie. Null when every line is blank.
 */
export function sniffTable(head: Uint8Array, encoding: Encoding, presets: readonly PresetContent[]): { delimiter: Delimiter; headerLine: number; header: string[] } | null {
  const found = DELIMITERS.flatMap((delimiter) => {
    const line = headerOf(firstLines(head, encoding, delimiter), presets);
    return line === null ? [] : [{ delimiter, headerLine: line.line, header: line.cells }];
  });
  return found.toSorted((a, b) => b.header.length - a.header.length)[0] ?? null;
}

function headerOf(lines: readonly Line[], presets: readonly PresetContent[]): Line | null {
  const filled = lines.filter((line) => line.cells.some((cell) => cell.trim() !== ''));
  return filled.find((line) => line.cells.length > 1 && recogniseSource(line.cells, null, presets) !== null) ?? filled[0] ?? null;
}

function firstLines(head: Uint8Array, encoding: Encoding, delimiter: Delimiter): Line[] {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  const lines: Line[] = [];
  const scanner = new CsvScanner(delimiter.charCodeAt(0), (bytes, starts, ends, fields, line) => {
    if (lines.length >= LINES_LOOKED_AT) return;
    const cells: string[] = [];
    for (let i = 0; i < Math.min(fields, starts.length); i++) cells.push(decoder.decode(bytes.subarray(starts[i], ends[i])));
    while (cells.length < fields) cells.push('');
    lines.push({ line, cells });
  });
  scanner.push(head.slice());
  if (lines.length < LINES_LOOKED_AT) scanner.finish();
  return lines;
}
