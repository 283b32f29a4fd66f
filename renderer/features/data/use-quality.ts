import type { QualityReport } from '@shared/contracts/quality';
import { useAnswer } from '@renderer/parts/use-answer';
import { useLastSeq } from '@renderer/parts/use-last-seq';
import { useLedger } from '@renderer/parts/workspace-context';

/** What is to be mended, asked again after every change-set; `stale` while the next answer is worked out. Null until the first. */
export function useQuality(): { report: QualityReport; stale: boolean } | null {
  const ledger = useLedger();
  const revision = useLastSeq();
  const { answer: report, stale } = useAnswer(revision === undefined ? null : String(revision), () => ledger.quality());
  return report && { report, stale };
}
