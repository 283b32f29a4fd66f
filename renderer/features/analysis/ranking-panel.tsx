import { useMemo } from 'react';
import type { Figures } from '@shared/contracts/figures';
import { drillFor } from '@shared/domain/figures/drills';
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
    if (person) openDrill(drillFor(person.node, 'actual', figures.period, figures.measure), person.row.name);
  };
  return (
    <Panel title={t('analysis.ranking')} note={t('analysis.rankingNote', { count: ranked.length })} padded>
      <RankingChart rows={ranked.map((person) => person.row)} onSelect={open} />
    </Panel>
  );
}
