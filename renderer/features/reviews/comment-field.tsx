import { Textarea } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import styles from './reviews.module.css';
import { useDraft, useKeepOnLeave } from './use-draft';

interface CommentFieldProps {
  /** Its own in the whole desk. */
  readonly field: string;
  readonly label: string;
  readonly icon: Icon;
  /** What is stored. */
  readonly value: string;
  readonly readOnly: boolean;
  /** Called once per visit of the field, when its text changed; answers as DraftBook.handOver asks. */
  readonly onKeep: (text: string) => Promise<number | null>;
}

/** 肯定, 不足 or 建议: a draft while the field has the focus, kept as one change when it is left. */
export function CommentField({ field, label, icon: IconShown, value, readOnly, onKeep }: CommentFieldProps) {
  const draft = useDraft(field, value);
  const keep = () => {
    if (draft.isTyped && !readOnly) draft.handOver(onKeep(draft.text));
    else draft.leave();
  };
  useKeepOnLeave(keep);
  return (
    <Textarea
      className={styles['comment'] ?? ''}
      label={<span className={styles['commentLabel']}><IconShown size={16} stroke={1.75} aria-hidden />{label}</span>}
      value={readOnly ? value : draft.text}
      readOnly={readOnly}
      minRows={4}
      onChange={(event) => draft.type(event.currentTarget.value)}
      onBlur={keep}
    />
  );
}
