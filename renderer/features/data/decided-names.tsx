import type { CustomerMerge } from '@shared/records/customer-merge';
import { Button } from '@mantine/core';
import { unmerge } from '@renderer/data/customer-merges';
import { useMessages } from '@renderer/i18n/use-messages';
import { useWorkspace } from '@renderer/parts/workspace-context';
import { type Column, DataTable } from '@renderer/ui/data-table';

/** What was decided about customers' names, each to be taken back. */
export function DecidedNames({ decided }: { readonly decided: readonly CustomerMerge[] }) {
  const { t } = useMessages();
  const workspace = useWorkspace();
  const columns: Column<CustomerMerge>[] = [
    { key: 'name', head: t('quality.colCustomer'), cell: ({ id }) => <span title={id}>{id}</span> },
    { key: 'into', head: t('quality.colCountsAs'), cell: ({ into }) => <span title={into ?? ''}>{into ?? t('quality.itself')}</span> },
    { key: 'repair', head: t('quality.colRepair'), width: 120, cell: ({ id }) => <Button size="compact-xs" aria-label={t('quality.takeBackOf', { name: id })} onClick={() => void unmerge(workspace, id)}>{t('quality.takeBack')}</Button> },
  ];
  return <DataTable label={t('quality.decidedTitle')} columns={columns} rows={decided} rowKey={({ id }) => id} tall />;
}
