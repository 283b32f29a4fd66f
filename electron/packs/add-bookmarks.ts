import { type PDFDocument, PDFHexString, PDFName, PDFNull, PDFNumber, type PDFRef } from '@cantoo/pdf-lib';
import type { PrintDrawn } from '@shared/contracts/workbench-calls';

type Entry = PrintDrawn['outline'][number];

interface Branch {
  readonly entry: Entry;
  readonly ref: PDFRef;
  readonly children: Branch[];
}

/**
 * Writes the outline (bookmarks) of a PDF: level 2 entries lie under the level 1 entry before them (one that comes first
 * stands by itself). An empty outline leaves the file without one. Entries must name pages the file has.
 * Source: ISO 32000-1, 12.3.3 Document outline.
 */
export function addBookmarks(pdf: PDFDocument, outline: readonly Entry[]): void {
  if (outline.length === 0) return;
  const { context } = pdf;
  const roots: Branch[] = [];
  for (const entry of outline) {
    const branch = { entry, ref: context.nextRef(), children: [] };
    const parent = entry.level === 2 ? roots.at(-1) : undefined;
    (parent?.children ?? roots).push(branch);
  }
  const outlineRef = context.nextRef();
  const linkAll = (branches: readonly Branch[], parent: PDFRef) => {
    for (const [index, { entry, ref, children }] of branches.entries()) {
      const item = context.obj({
        Title: PDFHexString.fromText(entry.title),
        Parent: parent,
        Dest: [pdf.getPage(entry.page - 1).ref, PDFName.of('XYZ'), PDFNull, PDFNull, PDFNull],
        ...linkTo('Prev', branches[index - 1]?.ref),
        ...linkTo('Next', branches[index + 1]?.ref),
        ...linkTo('First', children[0]?.ref),
        ...linkTo('Last', children.at(-1)?.ref),
        // Negative: the people of a chapter are folded in.
        ...(children.length > 0 ? { Count: PDFNumber.of(-children.length) } : {}),
      });
      context.assign(ref, item);
      linkAll(children, ref);
    }
  };
  linkAll(roots, outlineRef);
  context.assign(outlineRef, context.obj({ Type: 'Outlines', First: roots[0]!.ref, Last: roots.at(-1)!.ref, Count: roots.length }));
  pdf.catalog.set(PDFName.of('Outlines'), outlineRef);
  pdf.catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'));
}

const linkTo = (name: string, ref: PDFRef | undefined): Record<string, PDFRef> => (ref ? { [name]: ref } : {});
