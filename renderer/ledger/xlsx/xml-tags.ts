import { WorkbookFault } from './workbook-fault';

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text with its entities replaced. Only XML's own five and character numbers exist; any other was declared somewhere and is refused. */
export function withoutEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&([^;&\s]{0,12})(;?)/g, (_whole, name: string, end: string) => {
    const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : name.startsWith('#') ? Number.parseInt(name.slice(1), 10) : Number.NaN;
    const text = Number.isNaN(code) ? (Object.hasOwn(NAMED, name) ? NAMED[name] : undefined) : code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
    if (text === undefined || end === '') throw new WorkbookFault('file.dtd', `&${name}`);
    return text;
  });
}

export type Attributes = ReadonlyMap<string, string>;

/** Start tags of a small part in order, names without their prefix (attributes keep theirs). A DTD is refused. */
export function eachTag(bytes: Uint8Array, part: string, take: (name: string, attributes: Attributes) => void): void {
  const text = decode(bytes, part);
  const tag = /<(?:!--[\s\S]*?-->|!\[CDATA\[[\s\S]*?\]\]>|\?[\s\S]*?\?>|!DOCTYPE|\/[^>]*>|([^\s<>/!?]+)((?:\s+[^\s=<>]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*\/?>)/gy;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', tag.lastIndex)) {
    tag.lastIndex = at;
    const found = tag.exec(text);
    if (found === null) throw new WorkbookFault('file.damaged', part);
    if (found[0] === '<!DOCTYPE') throw new WorkbookFault('file.dtd', part);
    const [, name, attributes] = found;
    if (name === undefined || attributes === undefined) continue;
    take(name.slice(name.indexOf(':') + 1), new Map(Array.from(attributes.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g), (pair) => [pair[1]!, withoutEntities(pair[2] ?? pair[3] ?? '')])));
  }
}

function decode(bytes: Uint8Array, part: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    if (cause instanceof TypeError) throw new WorkbookFault('file.damaged', part);
    throw cause;
  }
}
