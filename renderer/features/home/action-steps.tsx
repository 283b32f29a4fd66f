import { Button, Menu } from '@mantine/core';
import { type Day, addDays } from '@shared/kernel/day';
import type { Action } from '@shared/records/action';
import { closeAction, postponeAction, reopenAction } from '@renderer/data/actions';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { useWorkspace } from '@renderer/parts/workspace-context';
import { RowMenu } from './row-menu';
import { useActionCommand } from './use-action-command';
import styles from './home.module.css';

/** Days that an action is put off by. */
const LATER = [1, 3, 7] as const;

/** Done at once; later, dropped or changed by the menu. A closed action can only be opened again. Everything can be undone. */
export function ActionSteps({ action, today, onEdit }: { readonly action: Action; readonly today: Day; readonly onEdit: () => void }) {
  const { t } = useMessages();
  const { day } = useFormats();
  const workspace = useWorkspace();
  const run = useActionCommand();
  const { id, title } = action;
  if (action.status !== 'open') return <span className={styles['next']}><Button size="compact-xs" aria-label={t('home.stepOf', { step: t('home.reopen'), title })} onClick={() => void run(reopenAction(workspace, id))}>{t('home.reopen')}</Button></span>;
  return (
    <span className={styles['next']}>
      <Button size="compact-xs" aria-label={t('home.stepOf', { step: t('home.markDone'), title })} onClick={() => void run(closeAction(workspace, id, 'done'))}>{t('home.markDone')}</Button>
      <RowMenu name={title}>
        <Menu.Label>{t('home.postpone')}</Menu.Label>
        {LATER.map((days) => <Menu.Item key={days} onClick={() => void run(postponeAction(workspace, id, addDays(today, days)))}>{t('home.postponeTo', { day: day(addDays(today, days)) })}</Menu.Item>)}
        <Menu.Divider />
        <Menu.Item onClick={onEdit}>{t('home.edit')}</Menu.Item>
        <Menu.Item onClick={() => void run(closeAction(workspace, id, 'dropped'))}>{t('home.drop')}</Menu.Item>
      </RowMenu>
    </span>
  );
}
