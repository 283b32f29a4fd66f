import type { Figures } from '@shared/contracts/figures';
import { drillForStage } from '@shared/domain/figures/drills';
import { FunnelChart } from '@renderer/charts/funnel-chart';
import { funnelUnit } from '@renderer/charts/funnel-chart-config';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { useDrill } from '@renderer/parts/drill-down';
import { Panel } from '@renderer/ui/panel';

/** Opportunities by stage: a snapshot, and labelled so. */
export function FunnelPanel({ figures }: { readonly figures: Figures }) {
  const { t } = useMessages();
  const { period, unit, unitName } = useFormats();
  const openDrill = useDrill();
  const scope = figures.nodes[0];
  const open = (index: number) => {
    const stage = figures.funnel[index];
    if (scope && stage) openDrill(drillForStage(scope, stage, figures.period), `${figures.scope.name} · ${stage.stage}`);
  };
  return (
    <Panel title={t('analysis.funnel')} note={`${t('analysis.funnelNote', { period: period(figures.period.key) })} · ${unitName(unit(funnelUnit(figures.funnel)))}`} padded>
      <FunnelChart stages={figures.funnel} onSelect={open} />
    </Panel>
  );
}
