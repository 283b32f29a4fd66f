/** How well a passphrase withstands guessing, by what counts most: its length, and that it is not one thing repeated. '' = none. */
export function passphraseStrength(passphrase: string): 'none' | 'weak' | 'fair' | 'strong' {
  if (passphrase === '') return 'none';
  const different = new Set(passphrase).size;
  // A Chinese character is worth about two letters.
  const length = passphrase.length + (passphrase.match(/[\u2e80-\u9fff]/g)?.length ?? 0);
  if (length < 12 || different < 6) return 'weak';
  return length < 20 ? 'fair' : 'strong';
}
