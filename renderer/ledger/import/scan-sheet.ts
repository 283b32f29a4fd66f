import type { FileIssue } from '@shared/contracts/import-run';
import { type Result, err, ok } from '@shared/kernel/result';
import { RowBuilder, type RowPlan } from '../xlsx/row-builder';
import type { SheetRows } from '../xlsx/workbook';
import { orFault } from '../xlsx/workbook-fault';
import type { TakerOf } from './table-rows';

interface SheetWatch {
  /** Stops after about this many rows. */
  readonly mostRows?: number;
  readonly isCancelled?: () => boolean;
  /** Told now and then, and at the end with 1. */
  readonly onDone?: (share: number) => void;
}

/** Lets calls that wait for this thread (a cancel) come through. */
const otherCalls = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

class Enough extends Error {
  override readonly name = 'Enough';
}

/** Hands the rows of a sheet to a taker as a text file's are; in between it reports and can be cancelled. */
export async function scanSheet(sheet: SheetRows, plan: RowPlan, taker: TakerOf, { mostRows = Infinity, isCancelled, onDone }: SheetWatch): Promise<Result<null, FileIssue>> {
  let rows = 0;
  const take = taker(() => builder);
  const limited: typeof take = (...row) => {
    if (rows++ >= mostRows) throw new Enough();
    take(...row);
  };
  const builder: RowBuilder = new RowBuilder(plan, sheet.merges, mostRows === Infinity ? take : limited);
  const fed = await orFault(async () => {
    try {
      for (const share of sheet.feed(builder)) {
        onDone?.(share);
        if (isCancelled !== undefined) await otherCalls();
        if (isCancelled?.() === true) return false;
      }
    } catch (cause) {
      if (!(cause instanceof Enough)) throw cause;
    }
    return true;
  });
  if (!fed.ok) return fed;
  if (!fed.value) return err({ code: 'file.cancelled', detail: '', line: null });
  onDone?.(1);
  return ok(null);
}
