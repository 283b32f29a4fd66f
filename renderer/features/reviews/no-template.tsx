import { Button } from '@mantine/core';
import { IconClipboardCheck } from '@tabler/icons-react';
import { installTemplates } from '@renderer/data/scorecard-templates';
import { useMessages } from '@renderer/i18n/use-messages';
import { useWorkspace } from '@renderer/parts/workspace-context';
import { EmptyState } from '@renderer/ui/empty-state';

/** A workspace without a template: the ready ones can be put in. */
export function NoTemplate() {
  const { t, language } = useMessages();
  const workspace = useWorkspace();
  return (
    <EmptyState icon={IconClipboardCheck} title={t('reviews.noTemplate')} action={<Button variant="filled" onClick={() => void installTemplates(workspace, language)}>{t('reviews.installTemplate')}</Button>}>
      {t('reviews.noTemplateNext')}
    </EmptyState>
  );
}
