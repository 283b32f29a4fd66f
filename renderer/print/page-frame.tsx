import { Fragment, type ReactNode, createContext, useContext } from 'react';
import type { PackText } from './pack-text';

/** Where each chapter begins and how long the pack is; empty while pages are only measured. */
export interface PageNumbers {
  readonly total: number;
  readonly firstPage: ReadonlyMap<string, number>;
}
export const PageNumbersContext = createContext<PageNumbers>({ total: 0, firstPage: new Map() });

interface PageFrameProps {
  readonly text: PackText;
  readonly page: number;
  readonly id: string;
  /** Left, middle and right of the running header. */
  readonly title: string;
  readonly running: string;
  readonly draft: boolean;
  readonly footer: string;
  readonly children: ReactNode;
}

/** One sheet of A4 with running header and footer. */
export function PageFrame({ text: { t }, page, id, title, running, draft, footer, children }: PageFrameProps) {
  const { total } = useContext(PageNumbersContext);
  return (
    <section className="page" data-page={id}>
      <header className="rh"><span>{title}</span><span>{running}</span><span>{draft && <>{t('print.draft')}　</>}{t('print.confidential')}</span></header>
      <div className="body">{children}</div>
      <footer className="rf"><span>{footer}</span><b>{t('print.pageOf', { page, pages: total })}</b></footer>
    </section>
  );
}

interface ChapterHeadProps {
  readonly id: string;
  readonly kicker: string;
  /** Clauses of the headline: a line breaks between them only. */
  readonly headline: readonly string[];
  readonly lede?: string | undefined;
}

/** Blue bar, chapter, the headline that states the finding, one line of lede. */
export function ChapterHead({ id, kicker, headline, lede }: ChapterHeadProps) {
  return (
    <div className="head">
      <p className="kicker">{kicker}</p>
      <h1 id={`toc-${id}`}><Clauses of={headline} /></h1>
      {lede !== undefined && <p className="lede">{lede}</p>}
    </div>
  );
}

/** Clauses of a sentence: a line breaks between them, never inside one. Latin ones are parted by a space, Chinese ones by their 标点. */
export function Clauses({ of: clauses }: { readonly of: readonly string[] }) {
  return <>{clauses.map((clause, index) => <Fragment key={clause}>{index > 0 && /[\x20-\x7e]$/.test(clauses[index - 1]!) && ' '}<span className="cl">{clause}</span></Fragment>)}</>;
}

/** An h2 over a rule with its note. */
export function SectionHead({ title, note }: { readonly title: string; readonly note?: string | undefined }) {
  return (
    <div className="sec">
      <h2>{title}</h2>
      {note === undefined ? <div className="sub0" /> : <p className="sub">{note}</p>}
    </div>
  );
}
