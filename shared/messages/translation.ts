/**
 * The same keys as the Chinese module. `<key>_one` may be added for a message with {{count}} whose singular differs.
 */
export type Translation<Zh extends object> = { readonly [K in keyof Zh & string]: string } & { readonly [K in `${keyof Zh & string}_one`]?: string };
