import type { Drill, DrillRow } from '@shared/contracts/drill';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useLedger } from './workspace-context';

const PAGE = 200;

interface DrillPages {
  /** Null until the first page is here. */
  readonly total: number | null;
  readonly sumFen: number;
  /** The row at a place, or undefined while its page is on its way. */
  readonly rowAt: (index: number) => DrillRow | undefined;
  /** All rows are here. */
  readonly isComplete: boolean;
  /** Tells which rows are on screen, so that their pages are fetched. */
  readonly show: (first: number, last: number) => void;
}

/** The rows of a drill, fetched by pages of 200 as they come into view: a figure may rest on a million of them. */
export function useDrillPages(drill: Drill): DrillPages {
  const ledger = useLedger();
  const [head, setHead] = useState<{ total: number; sumFen: number } | null>(null);
  const [pages, setPages] = useState<ReadonlyMap<number, DrillRow[]>>(new Map());
  const [fault, setFault] = useState<unknown>(null);
  const asked = useRef(new Set<number>());

  const fetchPage = useCallback(
    (page: number) => {
      if (asked.current.has(page)) return;
      asked.current.add(page);
      ledger.rows(drill, page * PAGE, PAGE).then((answer) => {
        setHead({ total: answer.total, sumFen: answer.sumFen });
        setPages((known) => new Map(known).set(page, answer.rows));
      }, setFault);
    },
    [ledger, drill],
  );
  useEffect(() => fetchPage(0), [fetchPage]);
  if (fault !== null) throw fault;

  const show = useCallback(
    (first: number, last: number) => {
      for (let page = Math.floor(first / PAGE); page <= Math.floor(last / PAGE); page++) fetchPage(page);
    },
    [fetchPage],
  );
  return {
    total: head?.total ?? null,
    sumFen: head?.sumFen ?? 0,
    rowAt: (index) => pages.get(Math.floor(index / PAGE))?.[index % PAGE],
    show,
    isComplete: head !== null && pages.size >= Math.ceil(head.total / PAGE),
  };
}
