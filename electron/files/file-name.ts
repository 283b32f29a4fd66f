/** A name that every file system takes: no separators, no reserved characters or device names, at most 120 characters. */
export function fileNameOf(text: string): string {
  const plain = Array.from(text, (character) => (character < ' ' || '\\/:*?"<>|'.includes(character) ? '_' : character)).join('');
  const trimmed = plain.replace(/^[.\s]+|[.\s]+$/g, '').slice(0, 120);
  return trimmed === '' || /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(trimmed) ? `_${trimmed}` : trimmed;
}
