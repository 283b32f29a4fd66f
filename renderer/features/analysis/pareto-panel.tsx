import type { Figures } from '@shared/contracts/figures';
import { explainCustomer } from '@shared/domain/figures/explain-marks';
import { ParetoChart } from '@renderer/charts/pareto-chart';
import { paretoUnit } from '@renderer/charts/pareto-chart-config';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { useDrill } from '@renderer/parts/drill-down';
import { Panel } from '@renderer/ui/panel';

const TOP = 10;

/** The largest customers and their cumulative share of the period. */
export function ParetoPanel({ figures }: { readonly figures: Figures }) {
  const { t } = useMessages();
  const { number, percent, unit, unitName } = useFormats();
  const openDrill = useDrill();
  const { pareto } = figures;
  const top = Math.min(TOP, pareto.length);
  const open = (index: number) => {
    const row = pareto[index];
    if (!row) return;
    const why = explainCustomer(figures, index);
    openDrill(why.drill, row.customer, why);
  };
  const note = t('analysis.paretoNote', { top: number(top), total: number(pareto.length), share: percent(pareto[top - 1]?.cumulative ?? null) });
  return (
    <Panel title={t('analysis.pareto')} note={`${note} · ${unitName(unit(paretoUnit(pareto.slice(0, top))))}`} padded>
      <ParetoChart rows={pareto} height={268} onSelect={open} />
    </Panel>
  );
}
