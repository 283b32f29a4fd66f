import type { FileIssue } from '@shared/contracts/import-run';
import { importFieldSchema } from '@shared/contracts/import-run';
import { codeKey } from '@shared/messages/message-key';
import { IconAlertCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useFormats } from '@renderer/i18n/use-formats';
import type { Translate } from '@renderer/i18n/i18n';
import { useMessages } from '@renderer/i18n/use-messages';
import styles from './file-refusal.module.css';

/** Why a whole file cannot be read, where, and what to do; `action` is the button that does it. */
export function FileRefusal({ name, issue, action }: { readonly name: string; readonly issue: FileIssue; readonly action?: ReactNode }) {
  const { t } = useMessages();
  const { number } = useFormats();
  const detail = issue.code === 'file.missingField' ? fieldNames(t, issue.detail) : issue.detail;
  const where = [name, ...(issue.line === null ? [] : [t('issues.atLine', { line: number(issue.line) })])].join(t('imports.separator'));
  return (
    <div className={styles['refusal']} role="alert">
      <IconAlertCircle size={20} stroke={1.75} aria-hidden />
      <div>
        <b>{t(codeKey('issues', issue.code), { detail })}</b>
        <p className={styles['where']}>{where}</p>
        <p>{t(nextStep(issue.code))}</p>
        {action}
      </div>
    </div>
  );
}

const nextStep = (code: FileIssue['code']) => `${codeKey('issues', code)}_next` as const;

/** `amount | quantity+price` in the words of the field list. */
function fieldNames(t: Translate, detail: string): string {
  const named = detail.replace(/[A-Za-z]\w*/g, (word) => {
    const field = importFieldSchema.safeParse(word);
    return field.success ? t(`imports.field_${field.data}`) : word;
  });
  return named.replaceAll('|', '/').replaceAll('+', ' + ');
}
