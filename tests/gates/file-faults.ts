import { type SourceFile, isCode } from './source-files';

/** A document may end in its language. */
const NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.zh-CN)?(?:\.[a-z0-9]+)+$/;
/** Names that say nothing of what a file holds. */
const EMPTY_NAMES = /^(?:index|utils?|helpers?|common|types|constants|misc|shared)\.(?:[cm]?[jt]s|tsx)$/;
/** Work put off, tests left out, checks switched off. Written so that this file does not find itself. */
const PUT_OFF = /\bTO{1}DO\b|\bFIX[M]E\b|\bXX[X]\b|\b(?:test|it|describe)(?:\.\w+)*\.(?:skip|only|todo|skipIf|runIf|fails)\b|(?:es|ox)lint[-]disable|@ts[-](?:ignore|nocheck|expect-error)/;

const LONGEST = 400;
const MEDIAN = 90;
const NINETIETH = 250;

/** The rules of the house for files: names, lengths, nothing put off. Answers what breaks them, one line each; [] is good. */
export function fileFaults(files: readonly SourceFile[]): string[] {
  const code = files.filter(({ path }) => isCode(path));
  const lengths = code.map(({ text }) => lineCount(text)).sort((a, b) => a - b);
  const share = (part: number) => lengths[Math.floor(lengths.length * part)] ?? 0;
  return [
    ...files.flatMap(({ path }) => nameFaults(path)),
    ...code.filter(({ text }) => lineCount(text) > LONGEST).map(({ path, text }) => `${path}: ${lineCount(text)} lines, at most ${LONGEST}`),
    ...code.flatMap(({ path, text }) => text.split('\n').flatMap((line, index) => (PUT_OFF.test(line) ? [`${path}:${index + 1}: put off or switched off: ${line.trim()}`] : []))),
    ...(share(0.5) > MEDIAN ? [`The median file has ${share(0.5)} lines, at most ${MEDIAN}`] : []),
    ...(share(0.9) > NINETIETH ? [`Nine files in ten have up to ${share(0.9)} lines, at most ${NINETIETH}`] : []),
  ];
}

function nameFaults(path: string): string[] {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (!NAME.test(name)) return [`${path}: not kebab-case`];
  return EMPTY_NAMES.test(name) ? [`${path}: the name says nothing of what it holds`] : [];
}

const lineCount = (text: string) => text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
