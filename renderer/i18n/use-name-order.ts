import { nameOrder } from '@shared/kernel/name-order';
import { useMessages } from './use-messages';

/** The order of names in the language in use: `names.sort(useNameOrder())`, by pinyin in Chinese. */
export function useNameOrder(): (a: string, b: string) => number {
  const { language } = useMessages();
  return nameOrder(language);
}
