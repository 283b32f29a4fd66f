/** Sounds worked out before: names come back each time the page is looked at. */
const known = new Map<string, string>();

/** How names sound: toneless pinyin without blanks, Latin letters as they are. The dictionary is loaded when first needed. */
export async function loadSounds(): Promise<(name: string) => string> {
  const { pinyin } = await import('pinyin-pro');
  return (name) => {
    let sound = known.get(name);
    if (sound === undefined) known.set(name, (sound = pinyin(name, { toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' }).join('').replaceAll(' ', '')));
    return sound;
  };
}
