import type { SearchName } from '@shared/domain/search/search-name';
import { soundedNames } from '@shared/domain/search/sounded-names';
import { soundNames } from '@renderer/ledger/queries/sound-names';

/** Names as the program makes them ready: with the sounds of its own dictionary. */
export async function sounded(...names: string[]): Promise<SearchName[]> {
  return soundedNames(await soundNames(names, 'names'));
}
