import type { CallInput } from '@shared/contracts/workbench-calls';
import type { WebContents } from 'electron';

type Order = CallInput<'page.print'>;

/** In inches: room for the head and the foot; what is left is what the page has laid itself out for. */
const MARGINS = { top: 0.67, bottom: 0.56, left: 0.47, right: 0.47 };

/** The page as it stands, on A4, with head and foot on every sheet; rejects where Chromium cannot print. */
export function pagePdf(contents: WebContents, order: Order): Promise<Buffer> {
  return contents.printToPDF({
    pageSize: 'A4',
    landscape: order.landscape,
    scale: order.scale,
    printBackground: true,
    margins: MARGINS,
    displayHeaderFooter: true,
    headerTemplate: headOf(order),
    footerTemplate: footOf(order),
  });
}

const LINE = 'box-sizing:border-box;display:flex;gap:12px;width:100%;padding:0 0.47in;color:#4a5565;font:8px/1.4 &quot;PingFang SC&quot;,&quot;Microsoft YaHei UI&quot;,&quot;Noto Sans CJK SC&quot;,&quot;Segoe UI&quot;,sans-serif';
const CUT = 'overflow:hidden;text-overflow:ellipsis;white-space:nowrap';

const headOf = ({ title, place }: Order): string =>
  `<div style="${LINE}"><b style="flex:none;max-width:60%;color:#17202c;${CUT}">${escape(title)}</b><span style="flex:1;text-align:right;${CUT}">${escape(place)}</span></div>`;

/** `pageMark` says where Chromium writes the number and the count: «第 {{page}} / {{pages}} 页». */
const footOf = ({ printedAt, pageMark }: Order): string => {
  const mark = escape(pageMark).replace('{{page}}', '<span class="pageNumber"></span>').replace('{{pages}}', '<span class="totalPages"></span>');
  return `<div style="${LINE}"><span style="flex:1;${CUT}">${escape(printedAt)}</span><span style="flex:none">${mark}</span></div>`;
};

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string): string => text.replace(/[&<>"]/g, (mark) => marks[mark] ?? mark);

/** Sends the page to a printer by the system's own dialog; false = cancelled. */
export function sendToPrinter(contents: WebContents, { landscape, scale, title, place, printedAt }: Order): Promise<boolean> {
  const options = { silent: false, printBackground: true, landscape, scaleFactor: Math.round(scale * 100), pageSize: 'A4', header: [title, place].join(' · '), footer: printedAt } as const;
  return new Promise((resolve, reject) => contents.print(options, (done, reason) => (done || /cancel/i.test(reason) ? resolve(done) : reject(new Error(reason)))));
}
