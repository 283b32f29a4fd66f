import type { ReviewPack } from '@shared/contracts/review-pack';
import { useContext } from 'react';
import { ChapterHead, PageNumbersContext, SectionHead } from './page-frame';
import type { PackText } from './pack-text';
import { PaperStatus } from './paper-marks';
import { type Chapter, type PackTable, type Piece, block, hold, row } from './piece';

export interface ContentsEntry {
  readonly id: string;
  /** 01, 02 … */
  readonly number: string;
  readonly title: string;
  readonly holds: string;
}

interface ContentsInput {
  readonly pack: ReviewPack;
  readonly text: PackText;
  readonly entries: readonly ContentsEntry[];
  /** Chapter id and name of each person, in the order of the pack. */
  readonly people: readonly { readonly id: string; readonly name: string }[];
}

const PEOPLE_A_ROW = 4;

/** Contents with page numbers, an index of people, what the pack rests on, and the key of the statuses. */
export function contentsChapter({ pack, text, entries, people }: ContentsInput): Chapter {
  const { t } = text;
  const title = t('print.contents');
  const pieces: Piece[] = [
    block('toc-head', <ChapterHead id="contents" kicker={title} headline={[title]} />, { keepWithNext: true }),
    ...entries.map((entry, index) => block(`toc-${entry.id}`, <ContentsLine entry={entry} first={index === 0} last={index === entries.length - 1} />)),
  ];
  if (people.length > 0) {
    pieces.push(block('people-head', <SectionHead title={t('print.people')} note={t('print.peopleIndex', { n: people.length })} />, { keepWithNext: true }));
    for (let at = 0; at < people.length; at += PEOPLE_A_ROW) {
      pieces.push(block(`people-${at}`, <ul className="people">{people.slice(at, at + PEOPLE_A_ROW).map((person) => <li key={person.id}><PageLink id={person.id} name={person.name} /></li>)}</ul>));
    }
  }
  pieces.push(...sourcePieces(pack, text), block('legend', <StatusKey text={text} />));
  return { id: 'contents', running: title, draft: pack.draft, outline: [{ title, level: 1 }], pieces };
}

function ContentsLine({ entry, first, last }: { readonly entry: ContentsEntry; readonly first: boolean; readonly last: boolean }) {
  const { firstPage } = useContext(PageNumbersContext);
  return (
    <a className="toc" data-first={first || undefined} data-last={last || undefined} href={`#toc-${entry.id}`}>
      <span className="tn">{entry.number}</span>
      <span className="tt"><b>{entry.title}</b><span className="mut">{entry.holds}</span></span>
      <span className="pageno">{firstPage.get(entry.id) ?? ''}</span>
    </a>
  );
}

function PageLink({ id, name }: { readonly id: string; readonly name: string }) {
  const { firstPage } = useContext(PageNumbersContext);
  return <a href={`#toc-${id}`}><span className="clip">{name}</span><span className="pageno">{firstPage.get(id) ?? ''}</span></a>;
}

const OBJECT_KEYS = {
  orders: 'print.objectOrders', opportunities: 'print.objectOpportunities', customers: 'print.objectCustomers', products: 'print.objectProducts', people: 'print.objectPeople',
  payments: 'imports.kind_payments', activities: 'imports.kind_activities', complaints: 'imports.kind_complaints', surveys: 'imports.kind_surveys', contacts: 'imports.kind_contacts',
} as const;

function sourcePieces({ sources }: ReviewPack, text: PackText): Piece[] {
  const { t } = text;
  const head = block('sources-head', <SectionHead title={t('print.sourcesTitle')} note={t(sources.length > 0 ? 'print.sourcesNote' : 'print.sourcesNone')} />, { keepWithNext: sources.length > 0 });
  const table: PackTable = {
    id: 'sources', className: 'fixed', columns: ['32', '', '34', '24'],
    head: <tr><th>{t('print.sourceObject')}</th><th>{t('print.sourceFile')}</th><th className="n">{t('print.sourceDay')}</th><th className="n">{t('print.sourceRows')}</th></tr>,
  };
  return [head, ...hold(sources.map((source, index) => row(table, `source-${index}`, <>
    <td>{source.object in OBJECT_KEYS ? t(OBJECT_KEYS[source.object as keyof typeof OBJECT_KEYS]) : source.object}</td>
    <td>{source.fileName}</td><td className="n">{text.day(text.dayOf(source.importedAt))}</td><td className="n">{text.number(source.rows)}</td>
  </>)))];
}

function StatusKey({ text }: { readonly text: PackText }) {
  const { t } = text;
  return (
    <div className="legend4">
      <span><PaperStatus status="ahead" text={text} />　{t('print.legendAhead')}</span>
      <span><PaperStatus status="onTrack" text={text} />　{t('print.legendOnTrack')}</span>
      <span><PaperStatus status="atRisk" text={text} />　{t('print.legendAtRisk')}</span>
      <span><PaperStatus status="behind" text={text} />　{t('print.legendBehind')}</span>
      <span className="mut">{t('print.legendRule')}</span>
    </div>
  );
}
