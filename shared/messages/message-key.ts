import type { MessageModules } from './catalogue';

/** `<module>.<key>`, as the Chinese modules have them. */
export type MessageKey = { [M in keyof MessageModules]: `${M}.${Extract<keyof MessageModules[M], string>}` }[keyof MessageModules];

type TemplateOf<K> = K extends `${infer M}.${infer N}` ? (M extends keyof MessageModules ? (N extends keyof MessageModules[M] ? MessageModules[M][N] : never) : never) : never;
type ParamNames<Text> = Text extends `${string}{{${infer Name}}}${infer Rest}` ? Name | ParamNames<Rest> : never;

/** What follows the key in `t(key, …)`: nothing, or a value for every {{name}} of the Chinese text. */
export type MessageArgs<K extends MessageKey> = [ParamNames<TemplateOf<K>>] extends [never] ? [] : [params: Readonly<Record<ParamNames<TemplateOf<K>>, string | number>>];

/** Keys of messages that take no params: for tables of labels. */
export type PlainMessageKey = { [K in MessageKey]: MessageArgs<K> extends [] ? K : never }[MessageKey];

type WithoutDots<Code extends string> = Code extends `${infer Head}.${infer Tail}` ? `${Head}_${WithoutDots<Tail>}` : Code;

/** The key of a failure or issue code in its module: ('calls', 'file.locked') → 'calls.file_locked'. */
export function codeKey<M extends keyof MessageModules, C extends string>(module: M, code: C): `${M}.${WithoutDots<C>}` {
  return `${module}.${code.replaceAll('.', '_')}` as `${M}.${WithoutDots<C>}`;
}
