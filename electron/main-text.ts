import type { CallFailure } from '@shared/contracts/workbench-calls';
import type { Preferences } from '@shared/contracts/preferences';
import { calls as enCalls } from '@shared/messages/en/calls';
import { desktop as enDesktop } from '@shared/messages/en/desktop';
import { calls } from '@shared/messages/zh-CN/calls';
import { desktop } from '@shared/messages/zh-CN/desktop';

type Key = keyof typeof desktop;
export type MainText = (key: Key, params?: Readonly<Record<string, string | number>>) => string;

const catalogue = { 'zh-CN': { desktop, calls }, en: { desktop: enDesktop, calls: enCalls } } as const;

/** Main's own words in a language. */
export function mainText(language: Preferences['language']): MainText {
  return (key, params = {}) => catalogue[language].desktop[key].replace(/\{\{(\w+)\}\}/g, (mark, name: string) => String(params[name] ?? mark));
}

/** One clear line for a failure: what happened, then what the code's detail means to the reader. */
export function failureText(failure: CallFailure, language: Preferences['language']): string {
  const text = mainText(language);
  const what = catalogue[language].calls[failure.code.replaceAll('.', '_') as keyof typeof calls];
  if (failure.detail === '') return what;
  if (failure.code === 'workspace.locked') return `${what}. ${text('heldBy', { pid: failure.detail })}`;
  if (failure.code === 'workspace.newer') return `${what}. ${text('installVersion', { version: failure.detail })}`;
  return `${what} (${failure.detail})`;
}
