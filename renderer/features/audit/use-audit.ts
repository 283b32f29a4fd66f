import { useEffect, useState } from 'react';
import { useMessages } from '@renderer/i18n/use-messages';
import { useLastSeq } from '@renderer/parts/use-last-seq';
import { useLedger } from '@renderer/parts/workspace-context';
import type { AuditFilter } from './audit-filter';
import { type AuditScan, scanChangeSets } from './scan-change-sets';

/** The filtered list as far as it is scanned; begins anew when the filter or the language changes or something is written. */
export function useAudit(filter: AuditFilter): AuditScan | null {
  const ledger = useLedger();
  const { changeName } = useMessages();
  const [scan, setScan] = useState<AuditScan | null>(null);
  const [fault, setFault] = useState<{ error: unknown } | null>(null);
  const last = useLastSeq();
  useEffect(() => {
    if (last === undefined) return;
    let stale = false;
    scanChangeSets((below, limit, text) => ledger.auditHeads(below, limit, text), filter, changeName, (found) => {
      if (!stale) setScan(found);
      return !stale;
    }).catch((error: unknown) => setFault({ error }));
    return () => {
      stale = true;
    };
  }, [ledger, filter, changeName, last]);
  if (fault !== null) throw fault.error;
  return scan;
}
