import type { Figures } from '@shared/contracts/figures';
import { explainMonth } from '@shared/domain/figures/explain-marks';
import { MonthlyChart } from '@renderer/charts/monthly-chart';
import { monthlyUnit } from '@renderer/charts/monthly-chart-config';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { useDrill } from '@renderer/parts/drill-down';
import { Panel } from '@renderer/ui/panel';

/** Target against actual by month of the fiscal year, last year beside it. */
export function TrendPanel({ figures }: { readonly figures: Figures }) {
  const { t } = useMessages();
  const { month, unit, unitName } = useFormats();
  const openDrill = useDrill();
  const emphasis = figures.months.findIndex((point) => point.month === figures.period.to.slice(0, 7));
  const open = (index: number) => {
    const point = figures.months[index];
    if (!point) return;
    const why = explainMonth(figures, point);
    openDrill(why.drill, `${figures.scope.name} · ${month(point.month)}`, why);
  };
  return (
    <Panel title={`${t(`analysis.${figures.measure}`)} ${t('analysis.trend')}`} note={t('analysis.trendNote', { year: figures.months[0]?.month.slice(0, 4) ?? '', unit: unitName(unit(monthlyUnit(figures.months))) })} padded>
      <MonthlyChart points={figures.months} emphasis={emphasis === -1 ? null : emphasis} height={268} onSelect={open} />
    </Panel>
  );
}
