import { resized } from '../csv/byte-dictionary';
import { XmlCursor } from './xml-cursor';
import { XmlText } from './xml-text';

/** All texts of a workbook as one run of UTF-8 bytes: text i is bytes [offsets[i], offsets[i + 1]). */
export interface SharedStrings {
  readonly bytes: Uint8Array;
  readonly offsets: Uint32Array;
  readonly count: number;
}

export const NO_STRINGS: SharedStrings = { bytes: new Uint8Array(0), offsets: new Uint32Array(1), count: 0 };

export function readSharedStrings(xml: Uint8Array, part: string): SharedStrings {
  const cursor = new XmlCursor(xml, part, 'sst');
  if (cursor.empty) return NO_STRINGS;
  const text = new XmlText(xml.length >> 1);
  let offsets = new Uint32Array(4096);
  let count = 0;
  for (let at = cursor.end; ; ) {
    cursor.need(at);
    if (cursor.closes) break;
    if (!cursor.is('si')) {
      at = cursor.afterElement();
      continue;
    }
    at = cursor.empty ? cursor.end : text.appendRich(cursor, 'si');
    if (++count >= offsets.length) offsets = resized(offsets, offsets.length * 2);
    offsets[count] = text.used;
  }
  return { bytes: text.bytes.subarray(0, text.used), offsets, count };
}
