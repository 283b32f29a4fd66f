/** A letter for each page, `g` before it: the first of its path that no page before it has; null when all are taken. */
export function pageKeys(paths: readonly string[]): (string | null)[] {
  const taken = new Set<string>();
  return paths.map((path) => {
    const letter = Array.from(path).find((one) => /[a-z]/.test(one) && !taken.has(one)) ?? null;
    if (letter !== null) taken.add(letter);
    return letter;
  });
}
