import type { Figures } from '@shared/contracts/figures';
import { drillFor } from '@shared/domain/figures/drills';
import { firstInsight } from '@shared/domain/start/first-insight';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { Figure } from '@renderer/parts/figure';
import styles from './guide-bar.module.css';

/** The first insight into one's own data: the last complete month's actual and the people who made most of it; every figure opens its rows. */
export function GuideInsight({ figures }: { readonly figures: Figures }) {
  const { t } = useMessages();
  const { money, period } = useFormats();
  const insight = firstInsight(figures);
  if (insight === null) return null;
  const { scope, actualFen, top } = insight;
  const measure = t(`analysis.${figures.measure}`);
  const when = period(figures.period.key);
  const rowsOf = (node: typeof scope) => drillFor(node, 'actual', figures.period, figures.measure);
  return (
    <span className={styles['insight']} data-testid="first-insight">
      {when} {measure} <b><Figure name={`${scope.name} · ${when} ${measure}`} drill={rowsOf(scope)}>{money(actualFen)}</Figure></b>
      {top.length > 0 && <> · {t('firstSteps.top')} {top.map(({ node, actualFen: fen }, at) => <span key={node.nodeId}>{at > 0 && t('firstSteps.between')}{node.name} <Figure name={`${node.name} · ${when} ${measure}`} drill={rowsOf(node)}>{money(fen)}</Figure></span>)}</>}
    </span>
  );
}
