import { IconChecks } from '@tabler/icons-react';
import { useState } from 'react';
import type { LateChange, LateChangeRow } from '@shared/contracts/review-pack';
import { isDay } from '@shared/kernel/day';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { useAnswer } from '@renderer/parts/use-answer';
import { useLastSeq } from '@renderer/parts/use-last-seq';
import { useLedger } from '@renderer/parts/workspace-context';
import { type Column, DataTable } from '@renderer/ui/data-table';
import { EmptyState } from '@renderer/ui/empty-state';
import { Pane, Panes } from '@renderer/ui/panes';

/** What signed months have become since, person by person, with the lines that came and went. */
export function LateChanges({ scope }: { readonly scope: string }) {
  const { t } = useMessages();
  const rows = useLateChanges(scope);
  const [picked, setPicked] = useState<string | null>(null);
  if (rows === null) return null;
  if (rows.length === 0) return <EmptyState icon={IconChecks} title={t('incentives.lateNone')}>{t('incentives.lateNoneNext')}</EmptyState>;
  const shown = rows.find((row) => keyOf(row) === picked) ?? rows[0]!;
  return (
    <Panes>
      <Pane title={t('incentives.lateChanges')} note={t('incentives.lateNote')}>
        <ChangeTable rows={rows} picked={keyOf(shown)} onPick={setPicked} />
      </Pane>
      <ChangedLines row={shown} />
    </Panes>
  );
}

const keyOf = ({ personId, month, settledIn }: LateChangeRow): string => [personId, month, settledIn ?? ''].join('/');

/** Null before the first answer; worked out again after every change. A place without figures is a bug here. */
function useLateChanges(scope: string): readonly LateChangeRow[] | null {
  const ledger = useLedger();
  const revision = useLastSeq();
  const { answer } = useAnswer(revision === undefined ? null : JSON.stringify([scope, revision]), () => ledger.lateChanges({ scope }));
  if (answer && !answer.ok) throw new Error(answer.error);
  return answer && answer.value;
}

function ChangeTable({ rows, picked, onPick }: { readonly rows: readonly LateChangeRow[]; readonly picked: string; readonly onPick: (key: string) => void }) {
  const { t } = useMessages();
  const { amount, month } = useFormats();
  const columns: Column<LateChangeRow>[] = [
    { key: 'name', head: t('incentives.person'), cell: (row) => row.name },
    { key: 'month', head: t('incentives.closedMonth'), width: 112, cell: (row) => month(row.month) },
    { key: 'signed', head: t('incentives.signedBase'), numeric: true, width: 120, cell: (row) => amount(row.signedBaseFen, 'yuan') },
    { key: 'base', head: t('incentives.baseChange'), numeric: true, width: 112, cell: (row) => amount(row.baseFen, 'yuan') },
    { key: 'pay', head: t('incentives.payChange'), numeric: true, width: 104, cell: (row) => <b>{amount(row.payFen, 'yuan')}</b> },
    { key: 'settled', head: t('incentives.settledIn'), width: 120, cell: (row) => (row.settledIn === null ? t('incentives.settledOpen') : t('incentives.settledWith', { month: month(row.settledIn) })) },
  ];
  return <DataTable label={t('incentives.lateChanges')} columns={columns} rows={rows} rowKey={keyOf} picked={picked} onOpen={(row) => onPick(keyOf(row))} />;
}

type ChangedLine = LateChange['lines'][number] & { readonly key: string };

function ChangedLines({ row }: { readonly row: LateChangeRow }) {
  const { t } = useMessages();
  const { amount, day, month } = useFormats();
  const lines = row.lines.map((line, index): ChangedLine => ({ ...line, key: String(index) }));
  const columns: Column<ChangedLine>[] = [
    { key: 'date', head: t('incentives.date'), width: 84, cell: (line) => (isDay(line.day) ? day(line.day) : '–') },
    { key: 'number', head: t('incentives.number'), cell: (line) => <span title={t('incentives.sourceLine', { file: line.fileName, line: line.line })}>{line.number}</span> },
    { key: 'customer', head: t('incentives.customer'), cell: (line) => line.customer },
    { key: 'amount', head: t('incentives.amount'), numeric: true, width: 112, cell: (line) => amount(line.amountFen, 'yuan') },
  ];
  const title = t('incentives.lateLines', { name: row.name, month: month(row.month) });
  return (
    <Pane title={title} width={460} foot={lines.length === 0 ? t('incentives.lateCarriedOnly') : t('incentives.lateLinesNote', { count: lines.length })}>
      <DataTable label={title} columns={columns} rows={lines} rowKey={(line) => line.key} />
    </Pane>
  );
}
