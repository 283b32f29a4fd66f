const BOM = '\uFEFF';
const DANGEROUS = /^[=+\-@\t\r]/;
const NUMBER = /^-?\d+(\.\d+)?$/;

/** One cell: text that a spreadsheet would run as a formula gets a leading apostrophe; numbers, negative ones too, stay numbers. */
export function csvCell(value: string | number): string {
  const text = String(value);
  const safe = DANGEROUS.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A whole file as a spreadsheet opens it without asking: UTF-8 with BOM, CRLF, header first. */
export function writeCsv(header: readonly string[], rows: readonly (readonly (string | number)[])[]): Uint8Array<ArrayBuffer> {
  const lines = [header, ...rows].map((cells) => `${cells.map(csvCell).join(',')}\r\n`);
  return new TextEncoder().encode(BOM + lines.join(''));
}
