/** A text as it is compared: its letters and figures one by one, and where each stands in the text (UTF-16 places, end excluded). */
export interface FoldedText {
  readonly letters: readonly string[];
  /** The same as numbers: comparing these costs next to nothing. */
  readonly codes: readonly number[];
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** Nothing but letters stands before it: the text's first, one after a blank or mark, a Latin one after a Chinese one and the other way round. */
  readonly starts: readonly boolean[];
}

/**
 * Lower case, plain width, accents off; ü stays what it is (lü is not lu). Blanks and marks are not compared: `掌微（无锡）` folds
 * to 掌微无锡. A text without letters and figures folds to none.
 */
export function foldText(text: string): FoldedText {
  const letters: string[] = [];
  const codes: number[] = [];
  const from: number[] = [];
  const to: number[] = [];
  const starts: boolean[] = [];
  let at = 0;
  let before: 'none' | 'han' | 'other' = 'none';
  for (const char of text) {
    const next = at + char.length;
    const folded = foldChar(char);
    if (folded === '') before = 'none';
    for (const letter of folded) {
      const kind = isHan(letter) ? 'han' : 'other';
      starts.push(before !== kind);
      before = kind;
      letters.push(letter);
      codes.push(letter.codePointAt(0)!);
      from.push(at);
      to.push(next);
    }
    at = next;
  }
  return { letters, codes, from, to, starts };
}

const isHan = (letter: string): boolean => {
  const code = letter.charCodeAt(0);
  return (code >= 0x4e00 && code <= 0x9fff) || (code > 0x7f && /\p{Script=Han}/u.test(letter));
};

function foldChar(char: string): string {
  const code = char.charCodeAt(0);
  // The two common cases first: lists of ten thousand names are folded while the window is in use.
  if (code >= 0x4e00 && code <= 0x9fff) return char;
  if (code < 0x80) return /[0-9A-Za-z]/.test(char) ? char.toLowerCase() : '';
  const plain = char.normalize('NFKC').toLowerCase();
  return [...plain].map(foldAccents).filter((letter) => /[\p{L}\p{N}]/u.test(letter)).join('');
}

/** ǚ → ü, é → e; letters of other scripts stay. */
function foldAccents(letter: string): string {
  const parts = letter.normalize('NFD');
  if (!/^[a-z]/.test(parts)) return letter;
  return parts.startsWith('u\u0308') ? '\u00fc' : parts.charAt(0);
}
