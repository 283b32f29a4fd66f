import type { Figures } from '@shared/contracts/figures';
import { explainStage } from '@shared/domain/figures/explain-marks';
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
  const open = (index: number) => {
    const stage = figures.funnel[index];
    if (!stage) return;
    const why = explainStage(figures, stage);
    openDrill(why.drill, `${figures.scope.name} · ${stage.stage}`, why);
  };
  return (
    <Panel title={t('analysis.funnel')} note={`${t('analysis.funnelNote', { period: period(figures.period.key) })} · ${unitName(unit(funnelUnit(figures.funnel)))}`} padded>
      <FunnelChart stages={figures.funnel} onSelect={open} />
    </Panel>
  );
}
