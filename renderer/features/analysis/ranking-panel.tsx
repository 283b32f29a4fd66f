import { useMemo } from 'react';
import type { Figures } from '@shared/contracts/figures';
import { explain } from '@shared/domain/figures/explain';
import { RankingChart } from '@renderer/charts/ranking-chart';
import { useMessages } from '@renderer/i18n/use-messages';
import { useDrill } from '@renderer/parts/drill-down';
import { Panel } from '@renderer/ui/panel';
import { rankPeople } from './rank-people';

/** People by attainment, best first; people without a target are not ranked. */
export function RankingPanel({ figures }: { readonly figures: Figures }) {
  const { t } = useMessages();
  const openDrill = useDrill();
  const ranked = useMemo(() => rankPeople(figures), [figures]);
  const open = (index: number) => {
    const person = ranked[index];
    if (!person) return;
    const why = explain(figures, person.node, 'attainment');
    openDrill(why.drill, person.row.name, why);
  };
  return (
    <Panel title={t('analysis.ranking')} note={t('analysis.rankingNote', { count: ranked.length })} padded>
      <RankingChart rows={ranked.map((person) => person.row)} onSelect={open} />
    </Panel>
  );
}
