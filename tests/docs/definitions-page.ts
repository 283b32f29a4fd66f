import { FIGURE_GROUPS } from '@shared/contracts/explanation';
import { type Language, catalogue } from '@shared/messages/catalogue';

/** docs/definitions.<language>.md: every figure by group, with the words that the screens and the pack explain it with. */
export function definitionsPage(language: Language): string {
  const words = catalogue[language].definitions;
  const cell = (text: string) => text.replaceAll('|', '\\|');
  const groups = FIGURE_GROUPS.flatMap(({ group, figures }) => [
    `## ${words[group]}`,
    '',
    `| ${words.pageFigure} | ${words.pageHow} |`,
    '|---|---|',
    ...figures.map((figure) => `| ${cell(words[figure])} | ${cell(words[`${figure}How`])} |`),
    '',
  ]);
  return [`# ${words.pageTitle}`, '', words.pageIntro, '', ...groups].join('\n');
}
