import { TextInput } from '@mantine/core';
import { useMessages } from '@renderer/i18n/use-messages';
import styles from './reviews.module.css';
import { useDraft } from './use-draft';

interface ScoreFieldProps {
  readonly name: string;
  readonly score: number | null;
  readonly note: string;
  readonly readOnly: boolean;
  readonly onKeep: (score: number | null, note: string) => void;
}

/** '' is no score; anything else must be a number from 0 to 100 with at most two decimals. */
function parseScore(text: string): number | null | 'invalid' {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  if (!/^\d{1,3}(\.\d{1,2})?$/.test(trimmed) || Number(trimmed) > 100) return 'invalid';
  return Number(trimmed);
}

/** A score the manager types, with the note it rests on; each kept when its field is left. */
export function ScoreField({ name, score, note, readOnly, onKeep }: ScoreFieldProps) {
  const { t } = useMessages();
  const [text, setText] = useDraft(score === null ? '' : String(score));
  const [draftNote, setDraftNote] = useDraft(note);
  const parsed = parseScore(text);
  const keep = () => {
    if (parsed === 'invalid') return;
    if (parsed !== score || draftNote !== note) onKeep(parsed, draftNote);
  };
  return (
    <div className={styles['scoreField']}>
      <TextInput
        className={styles['noteInput'] ?? ''}
        aria-label={t('reviews.manualNote', { name })}
        placeholder={t('reviews.manualNotePrompt')}
        value={draftNote}
        readOnly={readOnly}
        onChange={(event) => setDraftNote(event.currentTarget.value)}
        onBlur={keep}
      />
      <TextInput
        className={styles['scoreInput'] ?? ''}
        aria-label={t('reviews.manualScore', { name })}
        value={text}
        readOnly={readOnly}
        inputMode="decimal"
        error={parsed === 'invalid' ? t('reviews.scoreInvalid') : null}
        onChange={(event) => setText(event.currentTarget.value)}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) event.currentTarget.blur();
        }}
      />
    </div>
  );
}
