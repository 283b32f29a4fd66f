import type { Analysis } from '@shared/contracts/analysis';
import { ParetoChart } from '@renderer/charts/pareto-chart';
import { paretoBars, paretoChart, paretoUnit } from '@renderer/charts/pareto-chart-config';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { useDrill } from '@renderer/parts/drill-down';
import { Panel } from '@renderer/ui/panel';
import { drillUnder } from './analysis-drills';
import { explainCustomer } from './explain-analysis';
import { ExportMenu } from './export-menu';
import { rateCell, useAbout, yuanCell } from './panel-words';

const TOP = 10;

/** The largest customers and their cumulative share of the period. */
export function ParetoPanel({ analysis }: { readonly analysis: Analysis }) {
  const { t } = useMessages();
  const { number, percent, unit: unitOf, unitName } = useFormats();
  const open = useDrill();
  const about = useAbout(analysis);
  const { figures, pareto } = analysis;
  // What no customer is known of is a bar as well.
  const rows = pareto.map((row) => ({ ...row, customer: row.customer === '' ? t('analysis.noCustomer') : row.customer }));
  const top = Math.min(TOP, rows.length);
  const unit = unitOf(paretoUnit(rows.slice(0, top)));
  const openCustomer = (index: number) => {
    const row = pareto[index];
    if (!row) return;
    const [name, drill] = [rows[index]!.customer, { ...drillUnder(analysis, figures.nodes[0]!, 'actual'), customer: row.customer }];
    open(drill, name, explainCustomer(analysis, row, name, drill));
  };
  const note = t('analysis.paretoNote', { top: number(top), total: number(rows.length), share: percent(rows[top - 1]?.cumulative ?? null) });
  const table = () => ({
    head: [t('charts.customer'), t('charts.amount'), t('analysis.share'), t('charts.cumulative')],
    rows: rows.map((row) => [row.customer, yuanCell(row.netFen), rateCell(row.share), rateCell(row.cumulative)]),
  });
  return (
    <Panel
      title={t('analysis.pareto')} note={`${note} · ${unitName(unit)}`} padded
      actions={<ExportMenu title={t('analysis.pareto')} note={about} unit={unit} draw={(look) => paretoChart(paretoBars(rows, TOP), look)} table={table} disabled={rows.length === 0} />}
    >
      <ParetoChart rows={rows} height={268} onSelect={openCustomer} />
    </Panel>
  );
}
