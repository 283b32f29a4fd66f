import type { Translation } from '../translation';
import type { printing as zh } from '../zh-CN/printing';

export const printing: Translation<typeof zh> = {
  print: 'Print',
  title: 'Print “{{title}}”',
  head: 'Head',
  paper: 'A4, turned',
  auto: 'As it fits',
  portrait: 'Upright',
  landscape: 'Across',
  toPrinter: 'Printer…',
  preview: 'Preview',
  toFile: 'Save as PDF…',
  tooLong: 'There are {{count}} of them: more than {{most}} rows are too many for paper. Use the list’s own “Export table”.',
  preparing: 'Preparing the print…',
  saved: 'The PDF is written',
  failed: 'Not printed: {{reason}}',
  printedAt: 'Printed {{when}}',
  pageMark: 'Page {{page}} of {{pages}}',
};
