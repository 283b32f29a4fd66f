import type { QualityReport, UnmatchedOwner } from '@shared/contracts/quality';
import { Button } from '@mantine/core';
import { IconUserCheck } from '@tabler/icons-react';
import { decideNamesakes, decideOwner } from '@renderer/data/identities';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { useWorkspace } from '@renderer/parts/workspace-context';
import { type Column, DataTable } from '@renderer/ui/data-table';
import { HeadLink } from './head-link';
import { QualityPanel } from './quality-panel';
import { sourceName } from './source-name';

interface QualityOwnersProps {
  readonly owners: QualityReport['owners'];
  readonly stale: boolean;
  readonly onOwners: () => void;
}

/** Owners whose rows count as 未分配: the person of that name in one click, else the owners tab. */
export function QualityOwners({ owners: { total, listed }, stale, onOwners }: QualityOwnersProps) {
  const { t } = useMessages();
  const { number, amount } = useFormats();
  const workspace = useWorkspace();
  const sure = listed.flatMap(({ source, ownerKey, ownerName, namesake }) => (namesake === null ? [] : [{ source, ownerKey, ownerName, personId: namesake.personId }]));
  const held = ({ netFen, wonFen }: UnmatchedOwner) => [netFen === 0 && wonFen !== 0 ? '' : amount(netFen, 'yuan'), wonFen === 0 ? '' : t('quality.heldWon', { amount: amount(wonFen, 'yuan') })].filter((text) => text !== '').join(t('quality.separator'));
  const columns: Column<UnmatchedOwner>[] = [
    { key: 'owner', head: t('quality.colOwner'), cell: ({ ownerName, ownerKey }) => ownerName || ownerKey || t('quality.blank') },
    { key: 'source', head: t('quality.colSource'), width: 140, cell: ({ source }) => (source === '' ? '–' : sourceName(t, source)) },
    { key: 'rows', head: t('quality.colRows'), width: 88, numeric: true, cell: ({ rows }) => number(rows) },
    { key: 'held', head: t('quality.colHeld'), width: 176, numeric: true, cell: held },
    {
      key: 'repair', head: t('quality.colRepair'), width: 200,
      cell: ({ namesake, ...owner }) => namesake === null
        ? <HeadLink onClick={onOwners}>{t('quality.toOwners')}</HeadLink>
        : <Button size="compact-xs" onClick={() => void decideOwner(workspace, owner, namesake.personId)}>{t('quality.assign', { name: namesake.name })}</Button>,
    },
  ];
  const actions = sure.length > 0 && <Button leftSection={<IconUserCheck size={14} stroke={1.75} aria-hidden />} onClick={() => void decideNamesakes(workspace, sure)}>{t('quality.assignAll', { count: sure.length })}</Button>;
  return (
    <QualityPanel section="owners" total={total} listed={listed.length} stale={stale} how={t('quality.how_owners')} actions={actions}>
      <DataTable label={t('quality.section_owners')} columns={columns} rows={listed} rowKey={({ source, ownerKey }) => `${source}:${ownerKey}`} tall />
    </QualityPanel>
  );
}
