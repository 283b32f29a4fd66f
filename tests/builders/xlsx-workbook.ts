import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter, configure } from '@zip.js/zip.js/lib/zip-core-native.js';
import { columnLetter } from '@shared/domain/imports/column-letter';

configure({ useWebWorkers: false });

/** A cell: a shared text, a number, nothing, or whatever XML asks for; `format` is a number format code. */
export type SheetCell =
  | string
  | number
  | null
  | { readonly number: number | string; readonly format?: string }
  | { readonly inline: string }
  | { readonly formula: string; readonly value: number | string | null }
  | { readonly error: string }
  | { readonly boolean: boolean }
  | { readonly xml: string };

export interface BuiltSheet {
  readonly name: string;
  readonly state?: 'hidden' | 'veryHidden';
  readonly rows: readonly (readonly SheetCell[])[];
  readonly merges?: readonly string[];
  readonly dimension?: string;
}

/** What a workbook may have besides its sheets, to go wrong in. */
export interface WorkbookStyle {
  readonly date1904?: boolean;
  /** Tags as the OpenXML SDK writes them: `<x:row>`. */
  readonly prefix?: 'x:';
  /** Parts put in, or in place of what would be written. */
  readonly parts?: Readonly<Record<string, string | Uint8Array>>;
  readonly deflate?: boolean;
  /** Shared texts as XML, in place of the sheets' own. */
  readonly sharedStrings?: string;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export const escapeXml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll('\r', '&#13;');

/** An .xlsx file of these sheets, as Excel would write it unless told otherwise. */
export async function xlsxBytes(sheets: readonly BuiltSheet[], style: WorkbookStyle = {}): Promise<Uint8Array> {
  const x = style.prefix ?? '';
  const ns = style.prefix === undefined ? `xmlns="${MAIN}"` : `xmlns:x="${MAIN}"`;
  const texts = new Map<string, number>();
  const formats = new Map<string, number>();
  const numberFor = (map: Map<string, number>, key: string) => {
    if (!map.has(key)) map.set(key, map.size);
    return map.get(key)!;
  };
  const cellXml = (cell: SheetCell, ref: string): string => {
    if (cell === null) return '';
    if (typeof cell === 'string') return `<${x}c r="${ref}" t="s"><${x}v>${numberFor(texts, cell)}</${x}v></${x}c>`;
    if (typeof cell === 'number') return `<${x}c r="${ref}"><${x}v>${cell}</${x}v></${x}c>`;
    if ('number' in cell) return `<${x}c r="${ref}"${cell.format === undefined ? '' : ` s="${1 + numberFor(formats, cell.format)}"`}><${x}v>${cell.number}</${x}v></${x}c>`;
    if ('inline' in cell) return `<${x}c r="${ref}" t="inlineStr"><${x}is><${x}t xml:space="preserve">${escapeXml(cell.inline)}</${x}t></${x}is></${x}c>`;
    if ('error' in cell) return `<${x}c r="${ref}" t="e"><${x}v>${cell.error}</${x}v></${x}c>`;
    if ('boolean' in cell) return `<${x}c r="${ref}" t="b"><${x}v>${cell.boolean ? 1 : 0}</${x}v></${x}c>`;
    if ('xml' in cell) return cell.xml.replaceAll('$ref', ref);
    const formula = `<${x}f>${escapeXml(cell.formula)}</${x}f>`;
    if (cell.value === null) return `<${x}c r="${ref}">${formula}</${x}c>`;
    return typeof cell.value === 'string' ? `<${x}c r="${ref}" t="str">${formula}<${x}v>${escapeXml(cell.value)}</${x}v></${x}c>` : `<${x}c r="${ref}">${formula}<${x}v>${cell.value}</${x}v></${x}c>`;
  };
  const sheetXml = ({ rows, merges = [], dimension }: BuiltSheet): string => {
    const data = rows.map((cells, row) => {
      const body = cells.map((cell, column) => cellXml(cell, `${columnLetter(column)}${row + 1}`)).join('');
      return body === '' ? '' : `<${x}row r="${row + 1}" spans="1:${cells.length}">${body}</${x}row>`;
    });
    const merged = merges.length === 0 ? '' : `<${x}mergeCells count="${merges.length}">${merges.map((ref) => `<${x}mergeCell ref="${ref}"/>`).join('')}</${x}mergeCells>`;
    return `${HEAD}<${x}worksheet ${ns}>${dimension === undefined ? '' : `<${x}dimension ref="${dimension}"/>`}<${x}sheetViews><${x}sheetView workbookViewId="0"/></${x}sheetViews><${x}sheetData>${data.join('')}</${x}sheetData>${merged}</${x}worksheet>`;
  };
  const parts: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${sheets.map((_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`).join('')}<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${HEAD}<${x}workbook ${ns} xmlns:r="${RELATIONS}"><${x}workbookPr${style.date1904 === true ? ' date1904="1"' : ''}/><${x}sheets>${sheets.map(({ name, state }, at) => `<${x}sheet name="${escapeXml(name)}" sheetId="${at + 1}"${state === undefined ? '' : ` state="${state}"`} r:id="rId${at + 1}"/>`).join('')}</${x}sheets></${x}workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${PACKAGE}">${sheets.map((_, at) => `<Relationship Id="rId${at + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`).join('')}<Relationship Id="rId${sheets.length + 1}" Type="${RELATIONS}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId${sheets.length + 2}" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
  };
  sheets.forEach((sheet, at) => (parts[`xl/worksheets/sheet${at + 1}.xml`] = sheetXml(sheet)));
  parts['xl/sharedStrings.xml'] = style.sharedStrings ?? `${HEAD}<${x}sst ${ns} count="${texts.size}" uniqueCount="${texts.size}">${[...texts.keys()].map((text) => `<${x}si><${x}t xml:space="preserve">${escapeXml(text)}</${x}t></${x}si>`).join('')}</${x}sst>`;
  parts['xl/styles.xml'] = `${HEAD}<${x}styleSheet ${ns}><${x}numFmts count="${formats.size}">${[...formats].map(([code, at]) => `<${x}numFmt numFmtId="${164 + at}" formatCode="${escapeXml(code)}"/>`).join('')}</${x}numFmts><${x}cellXfs count="${formats.size + 1}"><${x}xf numFmtId="0"/>${[...formats.values()].map((at) => `<${x}xf numFmtId="${164 + at}" applyNumberFormat="1"/>`).join('')}</${x}cellXfs></${x}styleSheet>`;
  return zipBytes({ ...parts, ...style.parts }, style.deflate ?? true);
}

/** Any parts as a zip. */
export async function zipBytes(parts: Readonly<Record<string, string | Uint8Array>>, deflate = true): Promise<Uint8Array> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), { level: deflate ? 6 : 0, dataDescriptor: false });
  for (const [name, content] of Object.entries(parts)) await writer.add(name, new Uint8ArrayReader(typeof content === 'string' ? new TextEncoder().encode(content) : content));
  return writer.close();
}
