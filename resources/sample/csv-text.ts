/** Lines as a spreadsheet program writes them: CRLF, quotes only where the cell needs them. */
export function csvText(rows: readonly (readonly string[])[], delimiter: ',' | ';' | '\t'): string {
  const cell = (text: string) => (text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((row) => `${row.map(cell).join(delimiter)}\r\n`).join('');
}

/** 1/10,000 元 as a plain decimal with at least two places: 125000 → 12.50, 12345 → 1.2345. */
export function decimalText(units: number): string {
  const digits = String(Math.abs(units)).padStart(5, '0');
  const fraction = digits.slice(-4).replace(/0{1,2}$/, '');
  return `${units < 0 ? '-' : ''}${digits.slice(0, -4)}.${fraction}`;
}

/** The same with thousands separators: 1,250.00. */
export const groupedText = (units: number): string => decimalText(units).replace(/\B(?=(\d{3})+(?=\.))/g, ',');
