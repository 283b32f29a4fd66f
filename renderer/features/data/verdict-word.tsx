import { IconAlertTriangle, IconBan, IconCircleCheck, IconHelpCircle, type Icon } from '@tabler/icons-react';
import { useMessages } from '@renderer/i18n/use-messages';
import type { ColumnVerdict } from './column-verdict';
import styles from './verdict-word.module.css';

const looks: Record<ColumnVerdict, { icon: Icon; tone: string }> = {
  matched: { icon: IconCircleCheck, tone: 'ahead' },
  decided: { icon: IconHelpCircle, tone: 'risk' },
  ask: { icon: IconHelpCircle, tone: 'behind' },
  doubtful: { icon: IconAlertTriangle, tone: 'risk' },
  ignored: { icon: IconBan, tone: 'quiet' },
};

/** A verdict as icon, word and colour. */
export function VerdictWord({ verdict }: { readonly verdict: ColumnVerdict }) {
  const { t } = useMessages();
  const { icon: VerdictIcon, tone } = looks[verdict];
  return (
    <span className={styles['verdict']} data-tone={tone}>
      <VerdictIcon size={14} stroke={1.75} aria-hidden />
      {t(`imports.verdict_${verdict}`)}
    </span>
  );
}
