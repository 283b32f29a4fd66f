import { TextInput } from '@mantine/core';
import { useMessages } from '@renderer/i18n/use-messages';
import styles from './reviews.module.css';
import { useDraft, useKeepOnLeave } from './use-draft';

interface ScoreFieldProps {
  /** Its own in the whole desk. */
  readonly field: string;
  readonly name: string;
  readonly score: number | null;
  readonly note: string;
  readonly readOnly: boolean;
  /** Answers as DraftBook.handOver asks. */
  readonly onKeep: (score: number | null, note: string) => Promise<number | null>;
}

/** '' is no score; anything else must be a number from 0 to 100 with at most two decimals. */
function parseScore(text: string): number | null | 'invalid' {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  if (!/^\d{1,3}(\.\d{1,2})?$/.test(trimmed) || Number(trimmed) > 100) return 'invalid';
  return Number(trimmed);
}

/** A score the manager types, with the note it rests on; each kept when its field is left. */
export function ScoreField({ field, name, score, note, readOnly, onKeep }: ScoreFieldProps) {
  const { t } = useMessages();
  const storedText = score === null ? '' : String(score);
  const draftScore = useDraft(`${field}/score`, storedText);
  const draftNote = useDraft(`${field}/note`, note);
  const parsed = parseScore(readOnly ? storedText : draftScore.text);
  const keep = () => {
    if (readOnly) return;
    // A score that cannot be read stays in its field; the note beside it need not wait for it.
    const isScoreTyped = draftScore.isTyped && parsed !== 'invalid';
    for (const draft of [draftScore, draftNote]) draft.leave();
    if (!isScoreTyped && !draftNote.isTyped) return;
    const written = onKeep(parsed === 'invalid' ? score : parsed, draftNote.text);
    if (isScoreTyped) draftScore.handOver(written);
    draftNote.handOver(written);
  };
  useKeepOnLeave(keep);
  return (
    <div className={styles['scoreField']}>
      <TextInput
        className={styles['noteInput'] ?? ''}
        aria-label={t('reviews.manualNote', { name })}
        placeholder={t('reviews.manualNotePrompt')}
        value={readOnly ? note : draftNote.text}
        readOnly={readOnly}
        onChange={(event) => draftNote.type(event.currentTarget.value)}
        onBlur={keep}
      />
      <TextInput
        className={styles['scoreInput'] ?? ''}
        aria-label={t('reviews.manualScore', { name })}
        value={readOnly ? storedText : draftScore.text}
        readOnly={readOnly}
        inputMode="decimal"
        error={parsed === 'invalid' ? t('reviews.scoreInvalid') : null}
        onChange={(event) => draftScore.type(event.currentTarget.value)}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) event.currentTarget.blur();
        }}
      />
    </div>
  );
}
