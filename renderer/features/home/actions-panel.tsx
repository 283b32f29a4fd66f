import { Button } from '@mantine/core';
import { IconListCheck } from '@tabler/icons-react';
import type { Figures } from '@shared/contracts/figures';
import { daysOverdue } from '@shared/domain/actions/due-actions';
import { taskCompletion } from '@shared/domain/actions/task-completion';
import { monthPeriod } from '@shared/kernel/period';
import type { Action } from '@shared/records/action';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { Panel } from '@renderer/ui/panel';
import type { ActionStart } from './action-dialog';
import { ActionSteps } from './action-steps';
import { DueMark } from './due-mark';
import { useHome } from './home-context';
import { useOwnerNames } from './use-owner-names';
import styles from './home.module.css';

interface ActionsPanelProps {
  readonly figures: Figures;
  readonly onStart: (start: ActionStart) => void;
  readonly onListAll: () => void;
}

/** Actions that are overdue or due within a week, and how many of the month's were done by the day agreed. */
export function ActionsPanel({ figures, onStart, onListAll }: ActionsPanelProps) {
  const { t } = useMessages();
  const { number, percent, monthName } = useFormats();
  const { actions, due, findings } = useHome();
  const ownerName = useOwnerNames();
  const month = findings?.closing.month;
  const completion = actions && month !== undefined ? taskCompletion(actions, monthPeriod(month), figures.today) : null;
  const overdue = due.filter((action) => daysOverdue(action, figures.today) > 0).length;
  const note = [
    overdue > 0 ? t('home.overdueCount', { count: overdue }) : t('home.dueCount', { count: due.length }),
    ...(completion === null || completion.rate === null || month === undefined ? [] : [t('home.completion', { month: monthName(month), rate: percent(completion.rate), onTime: number(completion.onTime), due: number(completion.due) })]),
  ].join(' · ');
  return (
    <Panel title={t('home.actions')} note={note} actions={<Button variant="subtle" size="compact-xs" onClick={onListAll}>{t('home.allActions')}</Button>} className={styles['panel'] ?? ''}>
      {actions !== undefined && due.length === 0 && (
        <p className={styles['quiet']}>
          <IconListCheck size={16} stroke={1.75} aria-hidden />
          <span>{actions.length === 0 ? t('home.noActions') : t('home.noneDue')}</span>
          <Button size="compact-xs" onClick={() => onStart({})}>{t('home.newAction')}</Button>
        </p>
      )}
      <ul className={styles['list']} aria-label={t('home.actions')}>
        {due.map((action) => <DueAction key={action.id} action={action} owner={ownerName(action.ownerId)} figures={figures} onStart={onStart} />)}
      </ul>
    </Panel>
  );
}

function DueAction({ action, owner, figures, onStart }: { readonly action: Action; readonly owner: string } & Omit<ActionsPanelProps, 'onListAll'>) {
  return (
    <li>
      <button type="button" className={styles['title']} title={action.criterion === '' ? action.title : `${action.title}\n${action.criterion}`} onClick={() => onStart({ action })}>{action.title}</button>
      <span className={styles['owner']}>{owner}</span>
      <DueMark action={action} today={figures.today} />
      <ActionSteps action={action} today={figures.today} onEdit={() => onStart({ action })} />
    </li>
  );
}
