import type { QualityList, UnfiledName } from '@shared/contracts/quality';
import { Button } from '@mantine/core';
import { IconFilePlus } from '@tabler/icons-react';
import { openCustomerFiles } from '@renderer/data/customer-files';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { useWorkspace } from '@renderer/parts/workspace-context';
import { type Column, DataTable } from '@renderer/ui/data-table';
import { HeadLink } from './head-link';
import { PickAll } from './pick-all';
import { PickBox } from './pick-box';
import { QualityPanel } from './quality-panel';
import { usePicks } from './use-picks';

interface QualityUnfiledProps {
  readonly names: QualityList<UnfiledName>;
  readonly stale: boolean;
}

/** Customers that facts name and no file describes: files are opened for them, one or many at once. */
export function QualityUnfiledCustomers({ names: { total, listed }, stale }: QualityUnfiledProps) {
  const { t } = useMessages();
  const { number } = useFormats();
  const workspace = useWorkspace();
  const ids = listed.map(({ name }) => name);
  const picks = usePicks(ids);
  const columns: Column<UnfiledName>[] = [
    { key: 'pick', head: <PickAll ids={ids} picks={picks} />, width: 44, cell: ({ name }) => <PickBox name={name} picked={picks.has(name)} onPick={(on) => picks.set(name, on)} /> },
    { key: 'name', head: t('quality.colCustomer'), cell: ({ name }) => <span title={name}>{name}</span> },
    { key: 'rows', head: t('quality.colRows'), width: 104, numeric: true, cell: ({ rows }) => number(rows) },
    { key: 'repair', head: t('quality.colRepair'), width: 120, cell: ({ name }) => <Button size="compact-xs" aria-label={t('quality.openFileOf', { name })} onClick={() => void openCustomerFiles(workspace, [name])}>{t('quality.openFile')}</Button> },
  ];
  const actions = picks.picked.length > 0 && <Button leftSection={<IconFilePlus size={14} stroke={1.75} aria-hidden />} onClick={() => void openCustomerFiles(workspace, picks.picked)}>{t('quality.openFiles', { count: picks.picked.length })}</Button>;
  return (
    <QualityPanel section="unfiledCustomers" total={total} listed={listed.length} stale={stale} how={t('quality.how_unfiledCustomers')} actions={actions}>
      <DataTable label={t('quality.section_unfiledCustomers')} columns={columns} rows={listed} rowKey={({ name }) => name} tall />
    </QualityPanel>
  );
}

/** Products that facts name and no file describes: a product list is imported. */
export function QualityUnfiledProducts({ names: { total, listed }, stale, onImport }: QualityUnfiledProps & { readonly onImport: () => void }) {
  const { t } = useMessages();
  const { number } = useFormats();
  const columns: Column<UnfiledName>[] = [
    { key: 'name', head: t('quality.colProduct'), cell: ({ name }) => <span title={name}>{name}</span> },
    { key: 'rows', head: t('quality.colRows'), width: 104, numeric: true, cell: ({ rows }) => number(rows) },
  ];
  return (
    <QualityPanel section="unfiledProducts" total={total} listed={listed.length} stale={stale} how={t('quality.how_unfiledProducts')} actions={total > 0 && <HeadLink onClick={onImport}>{t('quality.toImport')}</HeadLink>}>
      <DataTable label={t('quality.section_unfiledProducts')} columns={columns} rows={listed} rowKey={({ name }) => name} />
    </QualityPanel>
  );
}
