import { Textarea } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import styles from './reviews.module.css';
import { useDraft } from './use-draft';

interface CommentFieldProps {
  readonly label: string;
  readonly icon: Icon;
  /** What is stored. */
  readonly value: string;
  readonly readOnly: boolean;
  /** Called once per visit of the field, when its text changed. */
  readonly onKeep: (text: string) => void;
}

/** 肯定, 不足 or 建议: a draft while the field has the focus, kept as one change when it is left. */
export function CommentField({ label, icon: IconShown, value, readOnly, onKeep }: CommentFieldProps) {
  const [draft, setDraft] = useDraft(value);
  return (
    <Textarea
      className={styles['comment'] ?? ''}
      label={<span className={styles['commentLabel']}><IconShown size={16} stroke={1.75} aria-hidden />{label}</span>}
      value={draft}
      readOnly={readOnly}
      minRows={4}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={() => {
        if (draft !== value) onKeep(draft);
      }}
    />
  );
}
