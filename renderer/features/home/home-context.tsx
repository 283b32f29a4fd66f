import { useLiveQuery } from 'dexie-react-hooks';
import { type ReactNode, createContext, use, useMemo } from 'react';
import type { Figures } from '@shared/contracts/figures';
import type { HomeFindings } from '@shared/contracts/home';
import type { QualityReport } from '@shared/contracts/quality';
import { actionsOf, daysOverdue, dueActions } from '@shared/domain/actions/due-actions';
import { type CloseState, type CloseStep, type MonthQuality, monthClose, qualityOfMonth } from '@shared/domain/home/month-close';
import type { Action } from '@shared/records/action';
import type { PackExport } from '@shared/records/pack-export';
import { useAnswer } from '@renderer/parts/use-answer';
import { useFigures } from '@renderer/parts/use-figures';
import { useFiguresRevision } from '@renderer/parts/use-figures-revision';
import { useLastSeq } from '@renderer/parts/use-last-seq';
import { useLedger, useWorkspace } from '@renderer/parts/workspace-context';

/** How far the month's close is. */
export interface MonthCloseView {
  readonly states: Record<CloseStep, CloseState>;
  /** Null while the checks of the data are at work. */
  readonly quality: MonthQuality | null;
  /** The pack of the month and scope that was written last. */
  readonly pack: PackExport | null;
}

interface Home {
  readonly figures: Figures | null;
  /** The last answer, kept while the next is worked out. */
  readonly findings: HomeFindings | null;
  readonly quality: QualityReport | null;
  readonly close: MonthCloseView | null;
  /** Of the scope's people and the manager; undefined until they are read. */
  readonly actions: readonly Action[] | undefined;
  /** Of those, open and overdue or due within a week. */
  readonly due: readonly Action[];
  /** Steps of the close to be done now, and actions due today or before; null until all of it is known. */
  readonly needsMe: number | null;
}

const Answers = createContext<Home | null>(null);

/**
 * Asks once for the page and for the count in the menu, one question after the other, so that the figures on the screen
 * come first: the checks of the data are the dearest and wait for all others.
 */
export function HomeProvider({ children }: { readonly children: ReactNode }) {
  const { figures } = useFigures();
  const ledger = useLedger();
  const { db } = useWorkspace();
  const [seq, revision] = [useLastSeq(), useFiguresRevision()];
  const place = figures && { period: figures.period.key, scope: figures.scope.nodeId };
  const { answer } = useAnswer(place === null || seq === undefined ? null : JSON.stringify([place, seq]), () => ledger.home({ period: place?.period ?? null, scope: place?.scope ?? null }));
  const findings = answer?.ok ? answer.value : null;
  const { answer: quality } = useAnswer(findings === null || revision === undefined ? null : String(revision), () => ledger.quality());
  const all = useLiveQuery(() => db.actions.toArray(), [db]);
  const month = findings?.closing.month;
  const packs = useLiveQuery(() => db.packExports.toArray(), [db]);

  const home = useMemo((): Home => {
    const people = new Set(figures?.nodes.flatMap(({ personId }) => personId ?? []));
    const actions = all && actionsOf(all, people);
    const due = figures && actions ? dueActions(actions, figures.today) : [];
    const pack = packs?.filter(({ period, scopeId }) => period === month && scopeId === figures?.scope.nodeId).reduce<PackExport | null>((last, one) => (last === null || one.exportedAt > last.exportedAt ? one : last), null);
    const close = findings && pack !== undefined ? closeOf(findings, quality, pack) : null;
    const overdue = figures ? due.filter((action) => daysOverdue(action, figures.today) >= 0).length : 0;
    const todo = close && Object.values(close.states).filter((state) => state === 'todo').length;
    return { figures, findings, quality, close, actions, due, needsMe: todo === null || quality === null || actions === undefined ? null : todo + overdue };
  }, [figures, findings, quality, all, packs, month]);
  return <Answers value={home}>{children}</Answers>;
}

function closeOf({ closing }: HomeFindings, report: QualityReport | null, pack: PackExport | null): MonthCloseView {
  const quality = report && qualityOfMonth(report, closing.month);
  return { states: monthClose({ closing, quality, pack }), quality, pack };
}

/** What the first page shows, as far as it is known. */
export function useHome(): Home {
  const home = use(Answers);
  if (home === null) throw new Error('No home here');
  return home;
}
