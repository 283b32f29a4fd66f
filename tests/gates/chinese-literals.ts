import { Visitor, parseSync } from 'vite';
import { type SourceFile, isCode } from './source-files';

const CHINESE = /[\u3400-\u9fff]/;
/** A full-width colon in an English sentence is as foreign as a word; rules that read Chinese text name such signs. */
const CHINESE_SIGNS = /[\u3001-\u303f\uff01-\uffef]/;
/** Messages themselves, sample data and presets, and the words that files from Chinese systems hold. */
const FREE = /^(?:shared\/messages|shared\/domain\/imports|resources|tests|docs)\/|^shared\/domain\/figures\/stage-rank\.ts$/;

/** Chinese text that stands in code rather than in the messages: `file:line: text`. Comments are free; so are the places above. */
export function chineseLiterals(files: readonly SourceFile[]): string[] {
  return files.filter(({ path, text }) => isCode(path) && !FREE.test(path) && (CHINESE.test(text) || CHINESE_SIGNS.test(text))).flatMap(literalsOf);
}

function literalsOf({ path, text }: SourceFile): string[] {
  const { program, errors } = parseSync(path, text);
  const found: { readonly at: number; readonly words: string }[] = [];
  const note = (at: number, words: string) => {
    if (CHINESE.test(words) || (!words.startsWith('/') && CHINESE_SIGNS.test(words))) found.push({ at, words: words.trim() });
  };
  new Visitor({
    // Regular expressions too: their raw form is what was written.
    Literal: ({ start, raw }) => note(start, raw ?? ''),
    TemplateElement: ({ start, value }) => note(start, value.raw),
    JSXText: ({ start, value }) => note(start, value),
  }).visit(program);
  const lineOf = (at: number) => text.slice(0, at).split('\n').length;
  return [...errors.map(({ message }) => `${path}: cannot be read: ${message}`), ...found.map(({ at, words }) => `${path}:${lineOf(at)}: Chinese text outside the messages: ${words}`)];
}
