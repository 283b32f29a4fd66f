import { execFileSync } from 'node:child_process';

const number = String.raw`(–|[−+]?[\d,]+(?:\.\d+)?%?)`;

/** A node's line in the chapter of targets: target, actual, gap, attainment, as printed. */
export interface PrintedNode {
  readonly name: string;
  readonly target: string;
  readonly actual: string;
  readonly gap: string;
  readonly attainment: string;
}

/** What is printed of a person: score and grade, and the commission if there is one. */
export interface PrintedPerson {
  readonly name: string;
  readonly score: string;
  readonly grade: string;
  readonly base: string | null;
  readonly pay: string | null;
}

/** The text of a review pack as any reader of PDFs finds it, page by page. */
export class PackText {
  private readonly pages: readonly string[];

  constructor(file: string) {
    this.pages = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }).split('\f');
  }

  /** Pages of a chapter, by its running head. */
  chapter(running: string): string {
    return this.pages.filter((page) => page.split('\n').slice(0, 3).some((line) => line.includes(running))).join('\n');
  }

  nodes(): PrintedNode[] {
    const line = new RegExp(`^ *(\\S+) +${number} +${number} +${number} +${number} +${number} +${number} +\\S+$`, 'gm');
    return [...this.chapter('02 目标与达成').matchAll(line)].map(([, name = '', target = '', actual = '', gap = '', attainment = '']) => ({ name, target, actual, gap, attainment }));
  }

  people(): PrintedPerson[] {
    const heads = this.pages.join('\n').matchAll(/^ *(\S+) 评语、提成、签署 +总分 (\S+) 等级 (\S+)$/gm);
    return [...heads].map(([, name = '', score = '', grade = '']) => {
      const [, base = null, pay = null] = /^ *本月应发 +([\d.,−]+) +([\d.,−]+)$/m.exec(this.chapter(`个人评审：${name}`)) ?? [];
      return { name, score, grade, base, pay };
    });
  }
}
