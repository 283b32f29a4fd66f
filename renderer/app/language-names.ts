import type { Preferences } from '@shared/contracts/preferences';

/** Each language by its own name, so that nobody is locked out of theirs. */
export const languageNames: Record<Preferences['language'], string> = {
  'zh-CN': new Intl.DisplayNames('zh-CN', { type: 'language' }).of('zh') ?? 'zh',
  en: 'English',
};
