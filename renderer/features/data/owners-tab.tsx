import type { OwnerRows } from '@renderer/ledger/ledger-api';
import { Button } from '@mantine/core';
import { IconCircleCheck, IconFileImport, IconHelpCircle, IconInfoCircle, IconUserCheck, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { clearDecision, decideOwner } from '@renderer/data/identities';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { useWorkspace } from '@renderer/parts/workspace-context';
import { type Column, DataTable } from '@renderer/ui/data-table';
import { EmptyState } from '@renderer/ui/empty-state';
import { Panel } from '@renderer/ui/panel';
import { HeadLink } from './head-link';
import type { OwnerEntry } from './owner-list';
import { OwnerPersonSelect, type OwnerChoice } from './owner-person-select';
import { ScrollBox } from './scroll-box';
import styles from './owners-tab.module.css';
import { sourceName } from './source-name';
import { useOwners } from './use-owners';

interface OwnersTabProps {
  /** Owners that only a dry run knows so far. */
  readonly pending: readonly OwnerRows[];
  readonly onImport: () => void;
  readonly onDecided: () => void;
}

/** Who the owners of the sources are; the undecided ones first. Whoever is nobody counts in every total as 未分配. */
export function OwnersTab({ pending, onImport, onDecided }: OwnersTabProps) {
  const { t } = useMessages();
  const { number } = useFormats();
  const workspace = useWorkspace();
  const [onlyOpen, setOnlyOpen] = useState(false);
  const found = useOwners(pending);
  if (found === null) return null;
  const { owners, people } = found;
  const open = owners.filter(({ personId }) => personId === null).length;

  const choose = async (owner: OwnerEntry, choice: OwnerChoice) => {
    await (choice.kind === 'automatic' ? clearDecision(workspace, owner) : decideOwner(workspace, owner, choice.personId));
    onDecided();
  };
  const columns: Column<OwnerEntry>[] = [
    { key: 'owner', head: t('imports.colOwner'), cell: ({ ownerName, ownerKey }) => <OwnerName name={ownerName || ownerKey} /> },
    { key: 'key', head: t('imports.colOwnerId'), width: 180, cell: ({ ownerKey, ownerName }) => <span className={styles['soft']} title={ownerKey}>{ownerKey === ownerName || ownerKey === '' ? '–' : ownerKey}</span> },
    { key: 'source', head: t('imports.colSource'), width: 160, cell: ({ source }) => <span className={styles['soft']}>{sourceName(t, source)}</span> },
    { key: 'rows', head: t('imports.colRows'), width: 88, numeric: true, cell: ({ rows }) => number(rows) },
    { key: 'person', head: t('imports.colPerson'), width: 240, cell: (owner) => <OwnerPersonSelect owner={owner} people={people} onChoose={(choice) => void choose(owner, choice)} /> },
    { key: 'how', head: t('imports.colHow'), width: 180, cell: (owner) => <Ground owner={owner} /> },
  ];
  const empty = (
    <EmptyState icon={IconUsers} title={t('imports.ownersEmpty')} action={<Button variant="filled" leftSection={<IconFileImport size={14} stroke={1.75} aria-hidden />} onClick={onImport}>{t('imports.batchesGo')}</Button>}>
      {t('imports.ownersEmptyText')}
    </EmptyState>
  );
  return (
    <div className={styles['page']}>
      <Panel
        title={t('imports.owners')}
        note={t('imports.ownersCount', { count: owners.length, open: number(open) })}
        className={styles['panel']!}
        actions={owners.length > 0 && <HeadLink onClick={() => setOnlyOpen(!onlyOpen)}>{t(onlyOpen ? 'imports.ownersAll' : 'imports.ownersOnlyOpen')}</HeadLink>}
        foot={<span className={styles['note']}><IconInfoCircle size={14} stroke={1.75} aria-hidden />{t('imports.ownersNote')}</span>}
      >
        {owners.length === 0 ? empty : (
          <ScrollBox label={t('imports.owners')} className={styles['table']!}>
            <DataTable label={t('imports.owners')} columns={columns} rows={onlyOpen ? owners.filter(({ personId }) => personId === null) : owners} rowKey={({ id }) => id} tall empty={t('imports.ownersAllDecided')} />
          </ScrollBox>
        )}
      </Panel>
    </div>
  );
}

function OwnerName({ name }: { readonly name: string }) {
  const { t } = useMessages();
  return name === '' ? <span className={styles['soft']}>{t('imports.ownerBlank')}</span> : <span title={name}>{name}</span>;
}

const grounds = { decision: { icon: IconUserCheck, label: 'imports.byDecision' }, match: { icon: IconCircleCheck, label: 'imports.byMatch' }, nobody: { icon: IconHelpCircle, label: 'imports.byNobody' } } as const;

function Ground({ owner: { ground, pending } }: { readonly owner: OwnerEntry }) {
  const { t } = useMessages();
  const { icon: GroundIcon, label } = grounds[ground];
  return (
    <span className={styles['ground']} data-ground={ground}>
      <GroundIcon size={14} stroke={1.75} aria-hidden />
      {t(label)}
      {pending && <span className={styles['soft']}> · {t('imports.byPending')}</span>}
    </span>
  );
}
