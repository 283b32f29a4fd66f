/** Printing the page that is on the screen. (`print` is the review pack's own paper.) */
export const printing = {
  print: '打印',
  title: '打印「{{title}}」',
  head: '页眉',
  paper: 'A4 方向',
  auto: '自动',
  portrait: '纵向',
  landscape: '横向',
  toPrinter: '打印机…',
  preview: '预览',
  toFile: '存为 PDF…',
  tooLong: '共 {{count}} 行，超过 {{most}} 行不适合打印：请改用列表上的「导出表格」。',
  preparing: '正在准备打印…',
  saved: 'PDF 已写好',
  failed: '没有打印：{{reason}}',
  printedAt: '打印于 {{when}}',
  pageMark: '第 {{page}} / {{pages}} 页',
} as const;
