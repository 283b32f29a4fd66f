import { Button, Drawer, Select } from '@mantine/core';
import { IconListCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { Figures } from '@shared/contracts/figures';
import type { Action } from '@shared/records/action';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { type Column, DataTable } from '@renderer/ui/data-table';
import { EmptyState } from '@renderer/ui/empty-state';
import { SegmentedTabs } from '@renderer/ui/segmented-tabs';
import type { ActionStart } from './action-dialog';
import { ActionSteps } from './action-steps';
import { DueMark } from './due-mark';
import { useHome } from './home-context';
import { useOwnerNames } from './use-owner-names';
import styles from './home.module.css';

interface AllActionsProps {
  readonly opened: boolean;
  readonly figures: Figures;
  readonly onClose: () => void;
  readonly onStart: (start: ActionStart) => void;
}

const STATUSES = ['open', 'done', 'dropped'] as const;
const EVERYBODY = 'everybody';
const MANAGER = 'manager';

/** Every action of the scope and of the manager, by status and owner; open ones by the day they are due, closed ones latest first. */
export function AllActions({ opened, figures, onClose, onStart }: AllActionsProps) {
  const { t } = useMessages();
  return (
    <Drawer opened={opened} onClose={onClose} position="right" size={760} title={t('home.allActions')} closeButtonProps={{ 'aria-label': t('ui.close') }}>
      <ActionList figures={figures} onStart={onStart} />
    </Drawer>
  );
}

function ActionList({ figures, onStart }: Pick<AllActionsProps, 'figures' | 'onStart'>) {
  const { t } = useMessages();
  const { day } = useFormats();
  const { actions = [] } = useHome();
  const ownerName = useOwnerNames();
  const [status, setStatus] = useState<Action['status']>('open');
  const [owner, setOwner] = useState(EVERYBODY);
  const owners = [...new Set(actions.map(({ ownerId }) => ownerId))];
  const shown = actions
    .filter((action) => action.status === status && (owner === EVERYBODY || (action.ownerId ?? MANAGER) === owner))
    .sort((a, b) => (status === 'open' ? (a.dueOn < b.dueOn ? -1 : 1) : (a.closedOn ?? '') > (b.closedOn ?? '') ? -1 : 1));
  const columns: Column<Action>[] = [
    { key: 'title', head: t('home.actionTitle'), cell: (action) => <button type="button" className={styles['title']} title={action.criterion} onClick={() => onStart({ action })}>{action.title}</button> },
    { key: 'owner', head: t('home.owner'), width: 96, cell: (action) => ownerName(action.ownerId) },
    { key: 'agreed', head: t('home.agreedOn'), width: 84, cell: (action) => day(action.agreedOn) },
    { key: 'due', head: t('home.dueOn'), width: 116, cell: (action) => <DueMark action={action} today={figures.today} /> },
    { key: 'steps', head: '', label: t('home.next'), width: 132, numeric: true, cell: (action) => <ActionSteps action={action} today={figures.today} onEdit={() => onStart({ action })} /> },
  ];
  return (
    <>
      <div className={styles['filters']}>
        <SegmentedTabs label={t('home.status')} value={status} options={STATUSES.map((value) => ({ value, label: t(`home.status_${value}`) }))} onChange={setStatus} />
        <Select aria-label={t('home.owner')} data={[{ value: EVERYBODY, label: t('home.everybody') }, ...owners.map((id) => ({ value: id ?? MANAGER, label: ownerName(id) }))]} value={owner} allowDeselect={false} onChange={(value) => setOwner(value ?? EVERYBODY)} />
        <Button onClick={() => onStart({})}>{t('home.newAction')}</Button>
      </div>
      {shown.length === 0 ? (
        <EmptyState icon={IconListCheck} title={t('home.noneListed')}>{t('home.noneListedNext')}</EmptyState>
      ) : (
        <DataTable tall label={t('home.allActions')} columns={columns} rows={shown} rowKey={({ id }) => id} />
      )}
    </>
  );
}
