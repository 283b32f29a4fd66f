/** Full-width ASCII (Ａ, １, ％ …) and the ideographic space become their plain forms; everything else stays. */
export function toHalfWidth(text: string): string {
  let out = '';
  for (const char of text) {
    const code = char.charCodeAt(0);
    if (code >= 0xff01 && code <= 0xff5e) out += String.fromCharCode(code - 0xfee0);
    else if (code === 0x3000 || code === 0xa0) out += ' ';
    else if (code === 0xffe5) out += '¥';
    else out += char;
  }
  return out;
}

/** A cell as it is stored: outer white space (also full-width and no-break) and a stray BOM removed, the inside verbatim. */
export const cleanText = (text: string): string => text.replace(/^[\s\uFEFF\u3000\u00A0]+|[\s\uFEFF\u3000\u00A0]+$/g, '');

/**
 * An id as the source means it: `17850.0` (a number column saved by a spreadsheet) is `17850`, full-width digits are
 * plain. Leading zeros and 18-digit ids stay text, digit for digit.
 */
export function normaliseId(text: string): string {
  const plain = cleanText(toHalfWidth(text));
  return plain.replace(/^(\d+)\.0+$/, '$1');
}

/** A header for comparison: plain width, lower case, without white space, `_ - . * :` and the 必填 mark of a required column. */
export function normaliseHeader(text: string): string {
  const plain = toHalfWidth(cleanText(text)).toLowerCase();
  return plain.replace(/\((必填|required)\)|[\s_\-.*::'"]/g, '');
}
