import type { ReactNode } from 'react';
import type { Explanation } from '@shared/contracts/explanation';
import type { Figures } from '@shared/contracts/figures';
import { explain } from '@shared/domain/figures/explain';
import { unitFor } from '@renderer/i18n/formats';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { Figure } from '@renderer/parts/figure';
import { PaceBar } from '@renderer/ui/pace-bar';
import { StatusWord } from '@renderer/ui/status-word';
import styles from './analysis.module.css';

/** Five figures of the scope and period, each opening why it is what it is and its rows. */
export function HeadlineFigures({ figures }: { readonly figures: Figures }) {
  const { t } = useMessages();
  const { money, percent, number } = useFormats();
  const scope = figures.nodes[0];
  if (!scope) return null;
  const { sales, target, opportunities } = scope;
  const why = (figure: Parameters<typeof explain>[2]) => explain(figures, scope, figure);
  const measure = t(`analysis.${figures.measure}`);
  return (
    <section className={styles['headline']} aria-label={t('analysis.title')}>
      <Card label={measure} note={t('analysis.lastYear', { value: money(target.lastYearFen) })}>
        <Money fen={target.actualFen} name={measure} explain={why('actual')} />
      </Card>
      <Card
        label={t('analysis.attainment')}
        note={target.targetFen === null ? t('analysis.noTarget') : t('analysis.ofTarget', { target: money(target.targetFen) })}
        aside={<StatusWord status={target.status} />}
      >
        <Figure size="large" name={t('analysis.attainment')} explain={why('attainment')}>{percent(target.attainment)}</Figure>
        <PaceBar thin done={target.attainment} time={figures.time.progress} status={target.status} />
      </Card>
      {sales.lines > 0 && (
        <Card label={t('analysis.returns')} note={t('analysis.linesNote', { count: sales.lines })}>
          <Money fen={sales.returnsFen} name={t('analysis.returns')} explain={why('returns')} />
        </Card>
      )}
      <Card label={t('analysis.winRate')} note={t('analysis.winRateNote', { won: number(opportunities.won), lost: number(opportunities.lost) })}>
        <Figure size="large" name={t('analysis.winRate')} explain={why('winRate')}>{percent(opportunities.winRate)}</Figure>
      </Card>
      <Card label={t('analysis.cycle')} note={t('analysis.cycleNote', { median: number(opportunities.cycleMedianDays) })}>
        <Figure size="large" name={t('analysis.cycle')} explain={why('cycle')}>
          {opportunities.cycleMeanDays === null ? number(null) : t('analysis.days', { value: number(opportunities.cycleMeanDays, 1) })}
        </Figure>
      </Card>
    </section>
  );
}

/** The figure large, its unit small beside it, so that both fit in either language. */
function Money({ fen, name, explain: why }: { readonly fen: number | null; readonly name: string; readonly explain: Explanation }) {
  const { amount, unit, unitName } = useFormats();
  const shown = unit(unitFor(fen ?? 0));
  return <span><Figure size="large" name={name} explain={why}>{amount(fen, shown)}</Figure>{fen !== null && <small> {unitName(shown)}</small>}</span>;
}

interface CardProps {
  readonly label: string;
  readonly note: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

function Card({ label, note, aside, children }: CardProps) {
  return (
    <div className={styles['headlineCard']}>
      <span className={styles['headlineLabel']}>{label}{aside}</span>
      <div className={styles['headlineValue']}>{children}</div>
      <span className={styles['headlineNote']}>{note}</span>
    </div>
  );
}
