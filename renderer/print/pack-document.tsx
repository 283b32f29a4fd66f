import { Measuring } from '@renderer/charts/vector-chart';
import type { PrintDrawn } from '@shared/contracts/workbench-calls';
import { type ReactNode, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { type MeasuredPiece, breakPages } from './break-pages';
import { FlowPieces } from './flow-pieces';
import { PageFrame, type PageNumbers, PageNumbersContext } from './page-frame';
import type { PackText } from './pack-text';
import { PaperPatterns } from './paper-marks';
import type { Chapter, Piece } from './piece';

interface PackDocumentProps {
  readonly text: PackText;
  readonly title: string;
  readonly footer: string;
  readonly cover: ReactNode;
  readonly chapters: readonly Chapter[];
  /** Called once, when every page stands as it will be printed. */
  readonly onDrawn: (drawn: PrintDrawn) => void;
}

interface LaidOutChapter {
  readonly chapter: Chapter;
  readonly first: number;
  readonly pages: readonly (readonly Piece[])[];
}

const PX_PER_MM = 96 / 25.4;
/** 297 mm less 27 mm above and 22 mm below; 1 mm is kept back for rounding between screen and paper. */
const ROOM = (297 - 27 - 22 - 1) * PX_PER_MM;

/**
 * The whole pack. Everything is first drawn in one column and measured, then cut into sheets: Chrome 114 draws neither
 * margin boxes nor target counters, so header, footer and page numbers belong to the sheet, and the contents know them.
 */
export function PackDocument({ text, title, footer, cover, chapters, onDrawn }: PackDocumentProps) {
  const root = useRef<HTMLDivElement>(null);
  const [laidOut, setLaidOut] = useState<readonly LaidOutChapter[] | null>(null);
  useLayoutEffect(() => {
    if (root.current && laidOut === null) setLaidOut(layOut(chapters, root.current));
    else if (root.current && laidOut) onDrawn(drawnFrom(laidOut, root.current));
  }, [chapters, laidOut, onDrawn]);
  const numbers = useMemo<PageNumbers>(
    () => ({ total: 1 + (laidOut ?? []).reduce((sum, { pages }) => sum + pages.length, 0), firstPage: new Map((laidOut ?? []).map(({ chapter, first }) => [chapter.id, first])) }),
    [laidOut],
  );
  if (laidOut === null) {
    return (
      <Measuring value={true}>
        <div ref={root} className="measure">
          {chapters.map((chapter) => <FlowPieces key={chapter.id} pieces={chapter.pieces} sample />)}
        </div>
      </Measuring>
    );
  }
  return (
    <PageNumbersContext value={numbers}>
      <div ref={root} className="pack">
        <PaperPatterns />
        {cover}
        {laidOut.flatMap(({ chapter, first, pages }) => pages.map((pieces, index) => (
          <PageFrame key={`${chapter.id}/${index}`} id={`${chapter.id}/${index + 1}`} text={text} page={first + index} title={title} running={chapter.running} draft={chapter.draft} footer={footer}>
            <FlowPieces pieces={pieces} />
          </PageFrame>
        )))}
      </div>
    </PageNumbersContext>
  );
}

function layOut(chapters: readonly Chapter[], column: HTMLElement): LaidOutChapter[] {
  const heightOf = (element: Element) => element.getBoundingClientRect().height;
  const heights = new Map([...column.querySelectorAll<HTMLElement>('[data-piece]')].map((element) => [element.dataset['piece'], heightOf(element)]));
  const heads = new Map([...column.querySelectorAll<HTMLElement>('[data-table]')].map((element) => [element.dataset['table'], heightOf(element)]));
  let first = 2;
  return chapters.map((chapter) => {
    const measured = chapter.pieces.map((piece): MeasuredPiece => ({
      height: heights.get(piece.key) ?? heights.get(firstOf(chapter, piece)) ?? 0,
      table: piece.kind === 'row' ? piece.table.id : null,
      headHeight: piece.kind === 'row' ? (heads.get(piece.table.id) ?? 0) : 0,
      breakBefore: piece.breakBefore ?? false,
      keepWithNext: piece.keepWithNext ?? false,
    }));
    const cut = breakPages(measured, ROOM).map((indexes) => indexes.map((index) => chapter.pieces[index]!));
    const pages = cut.filter((pieces, page) => page === 0 || !pieces.every((piece) => piece.optional));
    const laid = { chapter, first, pages };
    first += pages.length;
    return laid;
  });
}

/** The row that was measured for a row of a uniform table. */
function firstOf(chapter: Chapter, piece: Piece): string | undefined {
  return piece.kind === 'row' ? chapter.pieces.find((other) => other.kind === 'row' && other.table.id === piece.table.id)?.key : undefined;
}

/** What main must know: the length, the bookmarks, and pages whose content runs into the footer (never hidden). */
function drawnFrom(laidOut: readonly LaidOutChapter[], root: HTMLElement): PrintDrawn {
  const sheets = [...root.querySelectorAll<HTMLElement>('.page')];
  const overflowing = sheets.flatMap((sheet) => {
    const body = sheet.querySelector('.body');
    if (!body) return sheet.scrollHeight > sheet.clientHeight + 1 ? [sheet.dataset['page'] ?? ''] : [];
    const tooTall = body.scrollHeight > ROOM + 4 * PX_PER_MM;
    return tooTall || body.scrollWidth > body.clientWidth + 1 ? [sheet.dataset['page'] ?? ''] : [];
  });
  const outline = laidOut.flatMap(({ chapter, first }) => chapter.outline.map((entry) => ({ ...entry, page: first })));
  return { overflowing, pages: sheets.length, outline };
}
