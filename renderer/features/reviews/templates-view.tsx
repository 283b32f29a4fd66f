import { Button } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { latestTemplates, templateFamily } from '@shared/domain/performance/template-in-force';
import type { ScorecardTemplate } from '@shared/records/scorecard-template';
import { copyTemplate } from '@renderer/data/scorecard-templates';
import { useMessages } from '@renderer/i18n/use-messages';
import { useWorkspace } from '@renderer/parts/workspace-context';
import { Pane, Panes } from '@renderer/ui/panes';
import { NoTemplate } from './no-template';
import { TemplateEditor } from './template-editor';
import { TemplateList } from './template-list';

interface TemplatesViewProps {
  /** The family in hand; one that is not there means the first. */
  readonly family: string;
  readonly onPick: (family: string) => void;
}

/** Scorecard templates: the list, and the one in hand. Changes that are not saved wait while another one is looked at. */
export function TemplatesView({ family, onPick }: TemplatesViewProps) {
  const { t } = useMessages();
  const workspace = useWorkspace();
  const { db } = workspace;
  const found = useLiveQuery(async () => ({ templates: await db.scorecardTemplates.toArray(), cycles: await db.reviewCycles.toArray() }), [db]);
  const [drafts, setDrafts] = useState<ReadonlyMap<string, ScorecardTemplate>>(new Map());
  if (found === undefined) return null;
  const latest = latestTemplates(found.templates);
  const stored = latest.find(({ id }) => templateFamily(id) === family) ?? latest[0];
  if (!stored) return <NoTemplate />;

  const picked = templateFamily(stored.id);
  const setDraft = (draft: ScorecardTemplate | null) => {
    const next = new Map(drafts);
    if (draft) next.set(picked, draft);
    else next.delete(picked);
    setDrafts(next);
  };
  const copy = async () => onPick(templateFamily(await copyTemplate(workspace, stored.id, t('templates.copyName', { name: stored.name }))));
  const versions = found.templates.filter(({ id }) => templateFamily(id) === picked);
  return (
    <Panes>
      <Pane
        title={t('templates.list')}
        note={t('templates.listNote', { count: latest.length })}
        actions={<Button size="compact-xs" variant="subtle" leftSection={<IconCopy size={14} stroke={1.75} aria-hidden />} onClick={() => void copy()}>{t('templates.copy')}</Button>}
        width={264}
      >
        <TemplateList templates={latest} pickedId={stored.id} unsaved={new Set(drafts.keys())} onPick={onPick} />
      </Pane>
      <TemplateEditor
        key={picked} stored={stored} draft={drafts.get(picked) ?? null} versions={versions}
        cycles={found.cycles.filter((cycle) => templateFamily(cycle.templateId) === picked)} onDraft={setDraft}
      />
    </Panes>
  );
}
