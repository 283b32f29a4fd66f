import type { SourceMapping } from '@shared/contracts/import-run';
import { importObjectSchema } from '@shared/records/import-object';
import { Select } from '@mantine/core';
import { useState } from 'react';
import { useMessages } from '@renderer/i18n/use-messages';
import { Panel } from '@renderer/ui/panel';
import { columnQuestions, mapColumn } from './column-questions';
import { HeadLink } from './head-link';
import type { CommittingFile, MappedFile } from './import-flow';
import { MappingTable } from './mapping-table';
import { QuestionBar } from './question-bar';
import { ReadOptions } from './read-options';
import { ScrollBox } from './scroll-box';
import { TargetOptions } from './target-options';
import { SourceQuestions } from './source-questions';
import styles from './mapping-panel.module.css';

interface MappingPanelProps {
  readonly file: MappedFile | CommittingFile;
  readonly onMap: (mapping: SourceMapping) => void;
  readonly onReadAs: (object: SourceMapping['object']) => void;
}

/** How the file is read: what it holds, which column fills which field, what counts, and what must be asked. */
export function MappingPanel({ file, onMap, onReadAs }: MappingPanelProps) {
  const { t } = useMessages();
  const [onlyDoubtful, setOnlyDoubtful] = useState(false);
  const { mapping, inspection } = file;
  const disabled = file.at === 'committing';
  // Empty columns of a sheet have neither name nor values.
  const columns = mapping.columns.filter(({ header }) => header !== '').length;
  const mapped = mapping.columns.filter(({ field }) => field !== null).length;
  const dryRun = file.at === 'committing' ? file.dryRun : file.lastDryRun;
  const leftOut = [...new Set(dryRun?.issues.filter(({ code }) => code === 'status.notCounted').map(({ detail }) => detail))];
  return (
    <Panel
      title={t('imports.mapping')}
      note={t('imports.mappingCounts', { columns, mapped, ignored: columns - mapped })}
      className={styles['panel']!}
      actions={
        <>
          <HeadLink onClick={() => setOnlyDoubtful(!onlyDoubtful)}>{t(onlyDoubtful ? 'imports.showAll' : 'imports.onlyDoubtful')}</HeadLink>
          <Select
            className={styles['object']}
            aria-label={t('imports.objectLabel')}
            data={importObjectSchema.options.map((object) => ({ value: object, label: t(`imports.kind_${object}`) }))}
            value={mapping.object}
            disabled={disabled}
            onChange={(object) => object !== null && object !== mapping.object && onReadAs(importObjectSchema.parse(object))}
          />
        </>
      }
    >
      <div className={styles['body']}>
        <ScrollBox label={t('imports.mapping')} className={styles['table']!}>
          <MappingTable mapping={mapping} evidence={inspection.evidence} inspection={inspection} onlyDoubtful={onlyDoubtful} disabled={disabled} onMap={(index, field) => onMap(mapColumn(mapping, index, field, inspection.evidence[index]))} />
        </ScrollBox>
        {mapping.object === 'targets' && <TargetOptions mapping={mapping} disabled={disabled} onChange={onMap} />}
        <ReadOptions mapping={mapping} leftOut={leftOut} hasFooter={inspection.mapping.footer} disabled={disabled} onChange={onMap} />
        {columnQuestions(mapping, inspection.evidence).map((question) => (
          <QuestionBar key={question.index} question={question} mapping={mapping} disabled={disabled} onAnswer={onMap} />
        ))}
        <SourceQuestions mapping={mapping} evidence={inspection.evidence} disabled={disabled} onAnswer={onMap} />
      </div>
    </Panel>
  );
}
