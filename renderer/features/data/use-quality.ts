import type { QualityReport } from '@shared/contracts/quality';
import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState } from 'react';
import { lastSeqOf } from '@renderer/data/last-seq';
import { useLedger, useWorkspace } from '@renderer/parts/workspace-context';

/** What is to be mended, asked again after every change-set; `stale` while the next answer is worked out. Null until the first. */
export function useQuality(): { report: QualityReport; stale: boolean } | null {
  const { db } = useWorkspace();
  const ledger = useLedger();
  const revision = useLiveQuery(() => lastSeqOf(db), [db]);
  const [answer, setAnswer] = useState<{ report: QualityReport; revision: number } | null>(null);
  const [fault, setFault] = useState<{ error: unknown } | null>(null);
  if (fault !== null) throw fault.error;
  useEffect(() => {
    if (revision === undefined) return;
    let current = true;
    ledger.quality().then(
      (report) => current && report !== null && setAnswer({ report, revision }),
      (error: unknown) => current && setFault({ error }),
    );
    return () => {
      current = false;
    };
  }, [ledger, revision]);
  return answer === null ? null : { report: answer.report, stale: answer.revision !== revision };
}
