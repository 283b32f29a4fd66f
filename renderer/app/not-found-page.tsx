import { IconMapOff } from '@tabler/icons-react';
import { useMessages } from '@renderer/i18n/use-messages';
import { EmptyState } from '@renderer/ui/empty-state';

export function NotFoundPage() {
  const { t } = useMessages();
  return <EmptyState icon={IconMapOff} title={t('shell.notFound')}>{t('shell.notFoundNext')}</EmptyState>;
}
