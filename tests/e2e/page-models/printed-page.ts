import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright';
import { type LaunchedWorkbench } from '../launch/launch-workbench';
import { answerDialogs } from './copies-page';
import type { ShellModel } from './shell';

/** What stands on the sheets of a printed page, as any reader of PDFs finds it. */
export class PrintedPage {
  readonly sheets: readonly string[];

  constructor(private readonly file: string) {
    this.sheets = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }).split('\f').slice(0, -1);
  }

  /** Width and height of the paper in pt, and the document's title. */
  info(): { readonly width: number; readonly height: number; readonly title: string } {
    const text = execFileSync('pdfinfo', [this.file], { encoding: 'utf8' });
    const [, width, height] = /^Page size: +([\d.]+) x ([\d.]+)/m.exec(text) ?? [];
    return { width: Math.round(Number(width)), height: Math.round(Number(height)), title: /^Title: +(.*)$/m.exec(text)?.[1] ?? '' };
  }

  /** How often a text stands on all sheets together. */
  count(text: string): number {
    return this.sheets.join('\n').split(text).length - 1;
  }
}

/** Prints what is on the screen into a file, by key and dialog. */
export async function printToFile({ app, machine }: LaunchedWorkbench, page: Page, t: ShellModel['t'], name: string): Promise<PrintedPage> {
  const file = path.join(machine.home, `${name}.pdf`);
  await answerDialogs(app, file);
  await page.keyboard.press('Control+p');
  await page.getByRole('button', { name: t('printing.toFile'), exact: true }).click();
  await page.getByText(t('printing.saved'), { exact: true }).last().waitFor({ timeout: 60_000 });
  await page.locator('html:not([data-printing])').waitFor({ state: 'attached' });
  if (!existsSync(file) || statSync(file).size === 0) throw new Error('no PDF');
  return new PrintedPage(file);
}
