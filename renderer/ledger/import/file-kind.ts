import type { ByteSource } from '../csv/byte-source';

export type FileKind = 'text' | 'xlsx' | 'xls' | 'file.utf16' | 'file.html' | 'file.encrypted' | 'file.zip';

const HEAD_BYTES = 4096;
const SEARCHED_BYTES = 4 * 1024 * 1024;

/** What a file is by its bytes, whatever its name says; a code for what cannot be read. An empty file is text. */
export async function fileKind(source: ByteSource): Promise<FileKind> {
  const head = await source.read(0, Math.min(HEAD_BYTES, source.bytes));
  const [a, b, c, d] = head;
  if (a === 0x50 && b === 0x4b && c === 3 && d === 4) return 'xlsx';
  if (a === 0xd0 && b === 0xcf && c === 0x11 && d === 0xe0) return insideCompound(source);
  // A BIFF stream without the container around it.
  if (a === 0x09 && (b === 0x08 || b === 0x04 || b === 0x02 || b === 0x00) && head.subarray(0, 16).includes(0)) return 'xls';
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return 'file.utf16';
  if (head.includes(0)) return 'file.utf16';
  // Many systems export a web page, or an XML of Excel 2003, and name it .xls.
  return /^(?:\uFEFF|\s)*<(?:!doctype|html|head|body|table|meta|style|div|\?xml|\?mso)/i.test(new TextDecoder().decode(head)) ? 'file.html' : 'text';
}

/** A compound file is an old workbook, an encrypted new one, or some other document: its directory names the streams in UTF-16. */
async function insideCompound(source: ByteSource): Promise<FileKind> {
  const names = { encrypted: utf16('EncryptedPackage'), workbook: utf16('Workbook'), book: utf16('Book') };
  for (let start = 0; start < source.bytes; start += SEARCHED_BYTES) {
    const bytes = await source.read(start, Math.min(source.bytes, start + SEARCHED_BYTES + 64));
    if (holds(bytes, names.encrypted)) return 'file.encrypted';
    if (holds(bytes, names.workbook) || holds(bytes, names.book)) return 'xls';
  }
  return 'file.zip';
}

const utf16 = (text: string): Uint8Array => Uint8Array.from(Array.from(text).flatMap((char) => [char.charCodeAt(0), 0]));

function holds(bytes: Uint8Array, name: Uint8Array): boolean {
  for (let at = bytes.indexOf(name[0]!); at >= 0; at = bytes.indexOf(name[0]!, at + 1)) {
    let length = 0;
    while (length < name.length && bytes[at + length] === name[length]) length++;
    if (length === name.length) return true;
  }
  return false;
}
