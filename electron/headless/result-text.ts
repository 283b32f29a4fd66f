type Plain = string | number | boolean | null;
type Json = Plain | readonly Json[] | { readonly [key: string]: Json };

const isPlain = (value: Json): value is Plain => value === null || typeof value !== 'object';
const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
const plainText = (value: Plain): string => (value === null ? '—' : String(value));

/** A result for human readers: `key: value` lines, lists of like rows as tables, everything else indented. */
export function resultText(value: Json): string {
  return linesOf(value).join('\n');
}

function linesOf(value: Json): string[] {
  if (isPlain(value)) return [plainText(value)];
  if (isList(value)) return tableOf(value) ?? value.flatMap((each) => indent(linesOf(each), '- '));
  return Object.entries(value).flatMap(([key, each]) => {
    if (isPlain(each)) return [`${key}: ${plainText(each)}`];
    const lines = linesOf(each);
    return lines.length === 0 ? [`${key}: —`] : [`${key}:`, ...indent(lines, '  ')];
  });
}

function indent(lines: readonly string[], first: string): string[] {
  return lines.map((line, index) => (index === 0 ? first : '  ') + line);
}

/** Rows that all have the same plain fields; null when they are anything else. */
function tableOf(rows: readonly Json[]): string[] | null {
  const [head] = rows;
  if (head === undefined || isPlain(head) || isList(head)) return null;
  const keys = Object.keys(head);
  const cells: string[][] = [keys];
  for (const row of rows) {
    if (isPlain(row) || isList(row) || Object.keys(row).join('\n') !== keys.join('\n')) return null;
    const values = Object.values(row);
    if (!values.every(isPlain)) return null;
    cells.push(values.map(plainText));
  }
  const widths = keys.map((_, column) => Math.max(...cells.map((row) => displayWidth(row[column]!))));
  return cells.map((row) => row.map((cell, column) => cell + ' '.repeat(widths[column]! - displayWidth(cell))).join('  ').trimEnd());
}

/** Chinese characters take two columns of a terminal. */
function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(character) ? 2 : 1;
  return width;
}
