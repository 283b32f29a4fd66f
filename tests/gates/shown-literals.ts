import { type ESTree, Visitor, parseSync } from 'vite';
import { type SourceFile, isCode } from './source-files';

const LETTER = /\p{L}/u;
/** Keys of a keyboard have the same names in both languages. */
const KEYS = /^(?:Alt|Ctrl|Shift|Esc|Enter|Tab|Home|End|⌘|F\d+|[A-Z])(?:\s*[+\s]\s*(?:Alt|Ctrl|Shift|Enter|Tab|[A-Z]|[^\p{L}]))*$/u;
/** Attributes of elements and properties of objects whose text people read or hear. */
const READ_ALOUD = /^(?:aria-(?:label|description|roledescription|valuetext|placeholder)|title|placeholder|label|alt|description|message|head|note|hint|caption|legend|summary|buttonLabel|nothingFoundMessage)$/;
/** Properties of objects carry keys and codes too: a sentence has a blank or begins large. */
const SENTENCE = /^\p{Lu}|\p{L}\s+\p{L}/u;
/** Anywhere else in what is drawn, words like these were written for people. */
const WORDS = /\p{Lu}\p{Ll}+ \p{L}{2,}/u;
const DRAWN = /^renderer\/(?:app|features|parts|ui|charts|print)\//;
const ROOMS = /^(?:renderer|electron)\/(?!dev\/)/;

/** Text for people that stands in code rather than in the messages: `file:line: text`. Only where people see it: elements, their names, labels of menus and dialogs. */
export function shownLiterals(files: readonly SourceFile[]): string[] {
  return files.filter(({ path }) => isCode(path) && ROOMS.test(path)).flatMap(literalsOf);
}

function literalsOf({ path, text }: SourceFile): string[] {
  const { program, errors } = parseSync(path, text);
  const found: { readonly at: number; readonly words: string }[] = [];
  /** What is thrown, logged, or stands in the details of a failure is read by those who mend the program. */
  const unshown: [number, number][] = [];
  const note = (at: number, words: string) => {
    if (unshown.some(([from, to]) => at >= from && at < to)) return;
    const shown = words.trim().replace(/^\((.*)\)$/u, '$1');
    if (LETTER.test(shown) && !KEYS.test(shown)) found.push({ at, words: shown });
  };
  /** What an expression may come to as text: its literals, and those of its branches. */
  const look = (node: ESTree.Node | null, counts: (words: string) => boolean = () => true): void => {
    if (node === null) return;
    if (node.type === 'Literal' && typeof node.value === 'string' && counts(node.value)) note(node.start, node.value);
    else if (node.type === 'TemplateLiteral') for (const part of node.quasis) if (counts(part.value.raw)) note(part.start, part.value.cooked ?? part.value.raw);
    if (node.type === 'ConditionalExpression') for (const branch of [node.consequent, node.alternate]) look(branch, counts);
    if (node.type === 'LogicalExpression') for (const side of [node.left, node.right]) look(side, counts);
    if (node.type === 'BinaryExpression' && node.operator === '+') for (const side of [node.left, node.right]) look(side, counts);
  };
  new Visitor({
    CallExpression: ({ start, end, arguments: [first] }) => {
      if (first?.type === 'Literal' && first.value === 'log.write') unshown.push([start, end]);
    },
    JSXText: ({ start, value }) => note(start, value),
    JSXElement: ({ children }) => children.forEach((child) => child.type === 'JSXExpressionContainer' && look(child.expression)),
    JSXFragment: ({ children }) => children.forEach((child) => child.type === 'JSXExpressionContainer' && look(child.expression)),
    JSXAttribute: ({ name, value }) => {
      if (name.type === 'JSXIdentifier' && READ_ALOUD.test(name.name)) look(value?.type === 'JSXExpressionContainer' ? value.expression : value);
    },
    NewExpression: ({ start, end, callee }) => {
      if (callee.type === 'Identifier' && /(?:Error|Exception)$/.test(callee.name)) unshown.push([start, end]);
    },
    Literal: (node) => DRAWN.test(path) && look(node, (words) => WORDS.test(words)),
    TemplateLiteral: (node) => DRAWN.test(path) && look(node, (words) => WORDS.test(words)),
    Property: ({ key, value, start, end }) => {
      const name = key.type === 'Identifier' ? key.name : key.type === 'Literal' ? String(key.value) : '';
      if (name === 'detail') unshown.push([start, end]);
      if (READ_ALOUD.test(name)) look(value, (words) => SENTENCE.test(words));
    },
  }).visit(program);
  const lineOf = (at: number) => text.slice(0, at).split('\n').length;
  return [...errors.map(({ message }) => `${path}: cannot be read: ${message}`), ...[...new Map(found.map((one) => [one.at, one])).values()].map(({ at, words }) => `${path}:${lineOf(at)}: text outside the messages: ${words}`)];
}
