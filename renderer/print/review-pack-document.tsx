import type { ReviewPack } from '@shared/contracts/review-pack';
import type { PrintDrawn } from '@shared/contracts/workbench-calls';
import { useMemo } from 'react';
import { type ContentsEntry, contentsChapter } from './contents-chapter';
import { CoverPage } from './cover-page';
import { definitionsChapter } from './definitions-chapter';
import { marketChapter } from './market-chapter';
import { PackDocument } from './pack-document';
import { type PackText, packText, printLook } from './pack-text';
import { personChapter } from './person-chapter';
import type { Chapter } from './piece';
import { summaryChapter } from './summary-chapter';
import { targetsChapter } from './targets-chapter';
import { trendChapter } from './trend-chapter';

/** A review pack, whole: drawn from the plain value alone. */
export function ReviewPackDocument({ pack, onDrawn }: { readonly pack: ReviewPack; readonly onDrawn: (drawn: PrintDrawn) => void }) {
  const text = useMemo(() => packText(pack), [pack]);
  const chapters = useMemo(() => packChapters(pack, text), [pack, text]);
  const names = { scope: pack.figures.scope.name, period: text.period(pack.figures.period.key) };
  return <PackDocument text={text} title={text.t('print.runningTitle', names)} footer={footer(pack, text)} cover={<CoverPage pack={pack} text={text} />} chapters={chapters} onDrawn={onDrawn} />;
}

/** Title of the document and of the PDF. */
export function packTitle(pack: ReviewPack): string {
  const { t, period } = packText(pack);
  return t('print.documentTitle', { scope: pack.figures.scope.name, period: period(pack.figures.period.key) });
}

function footer({ figures, createdAt }: ReviewPack, { t, dayOf }: PackText): string {
  const plan = figures.plan === null ? t('print.footerNoPlan') : t('print.footerPlan', { version: figures.plan.committedVersion });
  const day = figures.today < figures.period.to ? figures.today : figures.period.to;
  return t('print.footer', { plan, day, made: dayOf(createdAt) });
}

function packChapters(pack: ReviewPack, text: PackText): Chapter[] {
  const { t } = text;
  const look = printLook(text);
  const number = (place: number) => String(place).padStart(2, '0');
  const people = pack.people.map((review, index) => ({ review, id: `person-${index + 1}` }));
  const places = { summary: 1, targets: 2, trend: 3, market: 4, people: 5, definitions: people.length > 0 ? 6 : 5 };
  const peopleChapters = people.map(({ review, id }, index) => personChapter(review, {
    id, number: number(places.people),
    outline: [...(index === 0 ? [{ title: t('print.people'), level: 1 } as const] : []), { title: review.name, level: 2 }],
  }, text, look));
  const entries: ContentsEntry[] = [
    { id: 'summary', number: number(places.summary), title: t('print.summary'), holds: t('print.contentsSummary') },
    { id: 'targets', number: number(places.targets), title: t('print.targets'), holds: t('print.contentsTargets') },
    { id: 'trend', number: number(places.trend), title: t('print.trend'), holds: t('print.contentsTrend') },
    { id: 'market', number: number(places.market), title: t('print.market'), holds: t('print.contentsMarket') },
    ...(people[0] ? [{ id: people[0].id, number: number(places.people), title: t('print.people'), holds: t('print.contentsPeople') }] : []),
    { id: 'definitions', number: number(places.definitions), title: t('print.definitions'), holds: t('print.contentsDefinitions') },
  ];
  return [
    contentsChapter({ pack, text, entries, people: people.map(({ review, id }) => ({ id, name: review.name })) }),
    summaryChapter(pack, text, number(places.summary)),
    targetsChapter(pack, text, number(places.targets)),
    trendChapter(pack, text, look, number(places.trend)),
    marketChapter(pack, text, look, number(places.market)),
    ...peopleChapters,
    definitionsChapter(pack, text, number(places.definitions)),
  ];
}
