import ts from 'typescript';
import { type SourceFile, isCode } from './source-files';

const CHINESE = /[\u3400-\u9fff]/;
/** Messages themselves, sample data and presets, and the words that files from Chinese systems hold. */
const FREE = /^(?:shared\/messages|shared\/domain\/imports|resources|tests|docs)\/|^shared\/domain\/figures\/stage-rank\.ts$/;

/** Chinese text that stands in code rather than in the messages: `file:line: text`. Comments are free; so are the places above. */
export function chineseLiterals(files: readonly SourceFile[]): string[] {
  return files.filter(({ path, text }) => isCode(path) && !FREE.test(path) && CHINESE.test(text)).flatMap(literalsOf);
}

function literalsOf({ path, text }: SourceFile): string[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, false);
  const found: string[] = [];
  const visit = (node: ts.Node) => {
    const isText = ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node) || ts.isJsxText(node) || ts.isRegularExpressionLiteral(node);
    if (isText && CHINESE.test(node.text)) found.push(`${path}:${source.getLineAndCharacterOfPosition(node.end).line + 1}: Chinese text outside the messages: ${node.text.trim()}`);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
