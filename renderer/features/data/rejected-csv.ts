import type { RowIssue } from '@shared/contracts/import-run';
import { exportedLine, guardedCell } from '@shared/domain/imports/own-columns';
import type { RejectedRows } from '@renderer/ledger/import/rejected-rows';

/** The words of the two columns that the export adds. */
export interface RejectedWords {
  readonly line: string;
  readonly reasons: string;
  readonly separator: string;
  readonly reasonOf: (issue: RowIssue) => string;
}

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/**
 * The rejected rows as a file to be mended and imported again: the source's header and rows verbatim, then line and
 * reasons. Cells that a spreadsheet would run or change are guarded (`guardedCell`); a row that is too short is filled
 * up so that its columns stay in step, what a row has too much comes after its reasons. UTF-8 with BOM, CRLF.
 */
export function rejectedCsv({ header, rows }: RejectedRows, words: RejectedWords): Uint8Array<ArrayBuffer> {
  const width = header.length;
  const lines = [[...header, words.line, words.reasons].map(guardedCell)];
  for (const { line, cells, issues } of rows) {
    const blanks = Array.from({ length: Math.max(0, width - cells.length) }, () => '');
    const reasons = [...new Set(issues.map(words.reasonOf))].join(words.separator);
    lines.push([...[...cells.slice(0, width), ...blanks].map(guardedCell), exportedLine(line, issues.map(({ code }) => code)), guardedCell(reasons), ...cells.slice(width).map(guardedCell)]);
  }
  return new TextEncoder().encode(`\uFEFF${lines.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('')}`);
}
