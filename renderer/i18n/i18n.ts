import { type Language, catalogue } from '@shared/messages/catalogue';
import type { MessageArgs, MessageKey } from '@shared/messages/message-key';
import i18next from 'i18next';

/** Text of a message; its {{params}} are checked against the Chinese text. */
export type Translate = <K extends MessageKey>(key: K, ...args: MessageArgs<K>) => string;

/** Both languages are part of the bundle, so that switching needs neither a restart nor a wait. */
export const i18n = i18next.createInstance();
void i18n.init({
  lng: 'zh-CN',
  fallbackLng: false,
  supportedLngs: ['zh-CN', 'en'],
  resources: { 'zh-CN': { translation: catalogue['zh-CN'] }, en: { translation: catalogue.en } },
  initAsync: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
});

/** Switches every screen at once, and the document's language with it (screen readers, line breaking). */
export async function setLanguage(language: Language): Promise<void> {
  document.documentElement.lang = language;
  await i18n.changeLanguage(language);
}

/**
 * A message whose key is known only at run time, such as a stored label. Params are filled in as they are, but a `count`
 * given as a number chooses the plural and is written with its thousands separators.
 */
export function textOf(language: Language, key: string, params: Readonly<Record<string, string | number>>): string {
  const { count } = params;
  if (typeof count !== 'number') return filled(textFor(language, key), params);
  return i18n.t(key, { lng: language, count, replace: { ...params, count: new Intl.NumberFormat(language).format(count) } });
}

const texts: Readonly<Record<Language, Map<string, string>>> = { 'zh-CN': new Map(), en: new Map() };

/** The text of a key with its params still open. A page asks for hundreds, over and over, so each is looked up once. */
function textFor(language: Language, key: string): string {
  const known = texts[language].get(key);
  if (known !== undefined) return known;
  const text = i18n.t(key, { lng: language, skipInterpolation: true });
  texts[language].set(key, text);
  return text;
}

const filled = (text: string, params: Readonly<Record<string, string | number>>): string =>
  text.includes('{{') ? text.replaceAll(/\{\{(\w+)\}\}/g, (open, name: string) => (name in params ? String(params[name]) : open)) : text;

/** Messages of one fixed language, whatever the screens show: for files and for text outside React. */
export function translatorFor(language: Language): Translate {
  return (key, ...args) => textOf(language, key, args[0] ?? {});
}
