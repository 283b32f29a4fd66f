import type { Analysis } from '@shared/contracts/analysis';
import type { Drill } from '@shared/contracts/drill';
import type { Explanation } from '@shared/contracts/explanation';
import { isFiltered } from '@shared/contracts/fact-filters';
import { useDrill } from '@renderer/parts/drill-down';

/** Opens a mark's rows and, while nothing is filtered, why it is what it is: explanations are those of `Figures`, which no filter changes. */
export function useOpenMark({ filters }: Analysis): (drill: Drill, title: string, why?: () => Explanation) => void {
  const openDrill = useDrill();
  return (drill, title, why) => openDrill(drill, title, why === undefined || isFiltered(filters) ? null : why());
}
