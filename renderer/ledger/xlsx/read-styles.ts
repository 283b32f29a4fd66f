import { type CellFormat, builtInFormat, formatOf } from './cell-format';
import { eachTag } from './xml-tags';

/** The number format of every cell style, by the style's number. */
export function readStyles(bytes: Uint8Array, part: string): CellFormat[] {
  const codes = new Map<number, CellFormat>();
  const formats: CellFormat[] = [];
  let section = '';
  eachTag(bytes, part, (tag, attributes) => {
    if (tag === 'numFmts' || tag === 'cellXfs') section = tag;
    else if (tag === 'cellStyleXfs' || tag === 'cellStyles' || tag === 'dxfs' || tag === 'fonts') section = '';
    else if (tag === 'numFmt' && section === 'numFmts') codes.set(Number(attributes.get('numFmtId')), formatOf(attributes.get('formatCode') ?? ''));
    else if (tag === 'xf' && section === 'cellXfs') {
      const id = Number(attributes.get('numFmtId') ?? '0');
      formats.push(codes.get(id) ?? builtInFormat(id));
    }
  });
  return formats;
}
