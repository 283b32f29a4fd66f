import type { Language } from '@shared/messages/catalogue';
import { isYearMonth } from '@shared/kernel/month';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMonth } from './formats';
import { type Translate, i18n, textOf, translatorFor } from './i18n';

interface Messages {
  readonly t: Translate;
  /** The name of a change-set for undo and history; its key is one of the module `changes`. */
  readonly changeName: (label: { key: string; params: Record<string, string | number> }) => string;
  readonly language: Language;
}

const languageOf = (code: string): Language => (code === 'en' ? 'en' : 'zh-CN');

/** Messages of the language in use; the component is drawn again when it changes. */
export function useMessages(): Messages {
  const { i18n: current } = useTranslation(undefined, { i18n });
  const language = languageOf(current.language);
  return useMemo(() => ({ t: translatorFor(language), language, changeName: ({ key, params }) => textOf(language, `changes.${key}`, withMonths(params, language)) }), [language]);
}

/** What a change-set stores of itself is of no language; a month is written out in the one that is shown. */
function withMonths(params: Readonly<Record<string, string | number>>, language: Language): Record<string, string | number> {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, name === 'month' && typeof value === 'string' && isYearMonth(value) ? formatMonth(value, language) : value]));
}
