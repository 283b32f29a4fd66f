import type { ReactNode } from 'react';
import type { Analysis, Headline } from '@shared/contracts/analysis';
import type { Drill } from '@shared/contracts/drill';
import { isFiltered } from '@shared/contracts/fact-filters';
import { explain } from '@shared/domain/figures/explain';
import { SparkLine } from '@renderer/charts/spark-line';
import { unitFor } from '@renderer/i18n/formats';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { Figure } from '@renderer/parts/figure';
import { PaceBar } from '@renderer/ui/pace-bar';
import { StatusWord } from '@renderer/ui/status-word';
import { drillUnder } from './analysis-drills';
import { explainHeadline } from './explain-analysis';
import { GrowthWord } from './growth-word';
import styles from './headline-strip.module.css';

interface HeadlineStripProps {
  readonly analysis: Analysis;
  readonly against: 'lastYear' | 'previous';
}

/** The figures of the scope and period, each with its last twelve months, its growth and the rows it opens. */
export function HeadlineStrip({ analysis, against }: HeadlineStripProps) {
  const { t } = useMessages();
  const cards = analysis.headlines.map((headline) => <HeadlineCard key={headline.key} analysis={analysis} headline={headline} against={against} />);
  // Targets are set for people, not for products or channels: under a filter there is no attainment.
  if (!isFiltered(analysis.filters)) cards.splice(1, 0, <AttainmentCard key="attainment" analysis={analysis} />);
  return <section className={styles['strip']} data-cards={cards.length} aria-label={t('analysis.title')}>{cards}</section>;
}

function HeadlineCard({ analysis, headline, against }: HeadlineStripProps & { readonly headline: Headline }) {
  const { t } = useMessages();
  const { month } = useFormats();
  const { sparkMonths } = analysis;
  const name = useHeadlineName(analysis)(headline.key);
  // One point is no course.
  const hasCourse = headline.months.filter((value) => value !== null).length > 1;
  const spark = t('analysis.sparkLabel', { name, from: month(sparkMonths[0]!), to: month(sparkMonths.at(-1)!) });
  return (
    <Card label={name} aside={<Aside analysis={analysis} figure={headline.key} />} foot={<GrowthWord growth={headline[against]} figure={headline.key} against={against} partial={analysis.comparison.basis !== 'whole'} />} spark={hasCourse && <span className={styles['spark']}><SparkLine values={headline.months} labels={[]} width={72} height={24} unit="px" fontSize={2} dots="last" label={spark} /></span>}>
      <Value analysis={analysis} headline={headline} name={name} />
    </Card>
  );
}

/** Names of the figures; the first is what the plan's measure counts. */
function useHeadlineName({ figures }: Analysis): (key: Headline['key']) => string {
  const { t } = useMessages();
  return (key) => t(key === 'actual' ? `analysis.${figures.measure}` : `analysis.${key}`);
}

function Value({ analysis, headline, name }: { readonly analysis: Analysis; readonly headline: Headline; readonly name: string }) {
  const { t } = useMessages();
  const { amount, number, percent, unit: unitOf, unitName } = useFormats();
  const { key, value } = headline;
  const why = explainHeadline(analysis, headline, headlineDrill(analysis, key));
  const written = (text: string, unit = '') => (
    <>
      <Figure size="large" name={name} explain={why}>{text}</Figure>
      {value !== null && unit !== '' && <small> {unit}</small>}
    </>
  );
  switch (key) {
    case 'actual':
    case 'returns': {
      const unit = unitOf(unitFor(value ?? 0));
      return written(amount(value, unit), unitName(unit));
    }
    case 'marginRate':
    case 'winRate':
      return written(percent(value));
    case 'customers':
    case 'newCustomers':
      return written(number(value));
    case 'cycle':
      return written(number(value, 1), t('analysis.dayUnit'));
  }
}

/** What a figure is made of, where that is known: filters do not part what `Figures` counts. */
function Aside({ analysis: { figures, filters }, figure }: { readonly analysis: Analysis; readonly figure: Headline['key'] }) {
  const { t } = useMessages();
  const { number } = useFormats();
  const { sales, opportunities } = figures.nodes[0]!;
  if (isFiltered(filters)) return null;
  const text = figure === 'returns' ? t('analysis.linesNote', { count: sales.lines })
    : figure === 'winRate' ? t('analysis.winRateNote', { won: number(opportunities.won), lost: number(opportunities.lost) })
      : figure === 'cycle' ? t('analysis.cycleNote', { median: number(opportunities.cycleMedianDays) }) : null;
  return text !== null && <span className={styles['note']}>{text}</span>;
}

function headlineDrill(analysis: Analysis, key: Headline['key']): Drill {
  const scope = analysis.figures.nodes[0]!;
  const figure = { actual: 'actual', customers: 'actual', newCustomers: 'actual', marginRate: 'margin', returns: 'returns', winRate: 'closed', cycle: 'cycle' } as const;
  const drill = drillUnder(analysis, scope, figure[key]);
  return key === 'newCustomers' ? { ...drill, newCustomers: true } : drill;
}

function AttainmentCard({ analysis }: { readonly analysis: Analysis }) {
  const { t } = useMessages();
  const { money, percent } = useFormats();
  const { figures } = analysis;
  const scope = figures.nodes[0]!;
  const { target } = scope;
  return (
    <Card
      label={t('analysis.attainment')}
      foot={<span className={styles['note']}>{target.targetFen === null ? t('analysis.noTarget') : t('analysis.ofTarget', { target: money(target.targetFen) })}</span>}
      aside={<StatusWord status={target.status} />}
      spark={<span className={styles['pace']}><PaceBar thin done={target.attainment} time={figures.time.progress} status={target.status} /></span>}
    >
      <Figure size="large" name={t('analysis.attainment')} explain={explain(figures, scope, 'attainment')}>{percent(target.attainment)}</Figure>
    </Card>
  );
}

interface CardProps {
  readonly label: string;
  readonly aside?: ReactNode;
  readonly spark: ReactNode;
  readonly foot: ReactNode;
  readonly children: ReactNode;
}

function Card({ label, aside, spark, foot, children }: CardProps) {
  return (
    <div className={styles['card']}>
      <span className={styles['label']}>{label}{aside}</span>
      <span className={styles['value']}><span className={styles['figure']}>{children}</span>{spark}</span>
      <span className={styles['foot']}>{foot}</span>
    </div>
  );
}
