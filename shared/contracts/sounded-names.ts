/** Names with how they sound, as the worker answers them: plain texts, since thousands cross at once. */
export interface SoundedNames {
  readonly names: readonly string[];
  /** One for each name: the toned syllable of each of its characters that `readings` knows, parted by blanks; '' without any. */
  readonly sounds: readonly string[];
  /** Every toneless reading of each Chinese character in the names, parted by blanks: `xing hang heng`. */
  readonly readings: Readonly<Record<string, string>>;
}
