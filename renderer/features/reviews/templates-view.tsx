import { Button } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useLiveQuery } from 'dexie-react-hooks';
import { useCallback, useMemo, useState } from 'react';
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
  const latest = useMemo(() => latestTemplates(found?.templates ?? []), [found]);
  const stored = latest.find(({ id }) => templateFamily(id) === family) ?? latest[0];
  const picked = stored === undefined ? '' : templateFamily(stored.id);
  // Parts of a page that a key in a field does not change are given the same objects, so that they are not drawn again.
  const versions = useMemo(() => found?.templates.filter(({ id }) => templateFamily(id) === picked) ?? [], [found, picked]);
  const cycles = useMemo(() => found?.cycles.filter((cycle) => templateFamily(cycle.templateId) === picked) ?? [], [found, picked]);
  const families = [...drafts.keys()].join('\n');
  const unsaved = useMemo(() => new Set(families.split('\n')), [families]);
  const setDraft = useCallback((draft: ScorecardTemplate | null) => setDrafts((known) => {
    const next = new Map(known);
    if (draft) next.set(picked, draft);
    else next.delete(picked);
    return next;
  }), [picked]);
  if (found === undefined) return null;
  if (!stored) return <NoTemplate />;

  const copy = async () => onPick(templateFamily(await copyTemplate(workspace, stored.id, t('templates.copyName', { name: stored.name }))));
  return (
    <Panes>
      <Pane
        title={t('templates.list')}
        note={t('templates.listNote', { count: latest.length })}
        actions={<Button size="compact-xs" variant="subtle" leftSection={<IconCopy size={14} stroke={1.75} aria-hidden />} onClick={() => void copy()}>{t('templates.copy')}</Button>}
        width={264}
      >
        <TemplateList templates={latest} pickedId={stored.id} unsaved={unsaved} onPick={onPick} />
      </Pane>
      <TemplateEditor
        key={picked} stored={stored} draft={drafts.get(picked) ?? null} versions={versions}
        cycles={cycles} onDraft={setDraft}
      />
    </Panes>
  );
}
