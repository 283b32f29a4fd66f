import { Button, Select } from '@mantine/core';
import { IconClipboardCheck, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import type { YearMonth } from '@shared/kernel/month';
import { openCycle } from '@renderer/data/review-cycles';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { GoToDataButton } from '@renderer/parts/go-to-data-button';
import { useWorkspace } from '@renderer/parts/workspace-context';
import { EmptyState } from '@renderer/ui/empty-state';
import { NoTemplate } from './no-template';
import type { ReviewSetup } from './use-review-setup';
import styles from './reviews.module.css';

interface NotStartedProps {
  readonly month: YearMonth;
  readonly setup: ReviewSetup;
  readonly people: number;
}

/** A month without reviews: what is missing before they can begin, or the button that begins them. */
export function NotStarted({ month, setup, people }: NotStartedProps) {
  const { t } = useMessages();
  const { month: writeMonth } = useFormats();
  const workspace = useWorkspace();
  const [pickedId, setPickedId] = useState<string | null>(null);
  const template = setup.choices.find(({ id }) => id === pickedId) ?? setup.template;
  if (template === null) return <NoTemplate />;
  if (people === 0 || setup.cycle !== null) {
    return (
      <EmptyState icon={IconUsers} title={t('reviews.noPeople')} action={people === 0 && <GoToDataButton>{t('reviews.importPeople')}</GoToDataButton>}>
        {t('reviews.noPeopleNext')}
      </EmptyState>
    );
  }
  const start = (
    <div className={styles['start']}>
      {setup.choices.length > 1 && (
        <Select
          aria-label={t('templates.pickTemplate')}
          data={setup.choices.map((choice) => ({ value: choice.id, label: t('reviews.templateName', { name: choice.name, version: choice.version }) }))}
          value={template.id}
          onChange={setPickedId}
        />
      )}
      <Button variant="filled" onClick={() => void openCycle(workspace, month, template.id)}>{t('reviews.openCycle', { month: writeMonth(month) })}</Button>
    </div>
  );
  return (
    <EmptyState icon={IconClipboardCheck} title={t('reviews.noCycle', { month: writeMonth(month) })} action={start}>
      {t('reviews.noCycleNext')}
    </EmptyState>
  );
}
