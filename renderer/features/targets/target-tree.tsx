import { ActionIcon } from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconMinus, IconPlus } from '@tabler/icons-react';
import { memo, useMemo, useState } from 'react';
import type { Figures, NodeFigures } from '@shared/contracts/figures';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { PaceBar } from '@renderer/ui/pace-bar';
import { paceLook } from '@renderer/ui/pace-look';
import { Pane } from '@renderer/ui/panes';
import { StatusWord } from '@renderer/ui/status-word';
import { type PlacedNode, layOutTree } from './tree-layout';
import styles from './target-tree.module.css';

interface TargetTreeProps {
  readonly figures: Figures;
  readonly pickedId: string | null;
  readonly onPick: (nodeId: string) => void;
}

const ZOOMS = [0.5, 0.75, 1, 1.25];

/** The scope drawn as a tree: actual over target, pace bar and status per node; units fold, people open on the right. */
export const TargetTree = memo(function TargetTree({ figures, pickedId, onPick }: TargetTreeProps) {
  const { t } = useMessages();
  const { period, percent, unit } = useFormats();
  const shown = unit();
  const [collapsed, setCollapsed] = useState<ReadonlySet<string>>(new Set());
  const [zoom, setZoom] = useState(1);
  const layout = useMemo(() => layOutTree(figures.nodes, collapsed), [figures.nodes, collapsed]);
  const step = (by: number) => setZoom(ZOOMS[Math.min(ZOOMS.length - 1, Math.max(0, ZOOMS.indexOf(zoom) + by))] ?? 1);
  const toggle = (nodeId: string) => setCollapsed((before) => (before.has(nodeId) ? new Set([...before].filter((id) => id !== nodeId)) : new Set([...before, nodeId])));
  return (
    <Pane
      title={t('targets.treeTitle', { period: period(figures.period.key) })}
      name="targets.tree"
      width={468}
      onDesk
      note={`${t(shown === 'wholeYuan' ? 'windows.unit_yuan' : `windows.unit_${shown}`)} · ${t(figures.time.estimated ? 'targets.timeProgressEstimated' : 'targets.timeProgress', { progress: percent(figures.time.progress) })}`}
      actions={
        <>
          <ActionIcon size={24} aria-label={t('targets.zoomOut')} disabled={zoom === ZOOMS[0]} onClick={() => step(-1)}><IconMinus size={14} stroke={1.75} aria-hidden /></ActionIcon>
          <span className={styles['zoom']}>{percent(zoom, 0)}</span>
          <ActionIcon size={24} aria-label={t('targets.zoomIn')} disabled={zoom === ZOOMS.at(-1)} onClick={() => step(1)}><IconPlus size={14} stroke={1.75} aria-hidden /></ActionIcon>
        </>
      }
      foot={<StatusCounts figures={figures} />}
    >
      <div className={styles['canvas']} style={{ width: layout.width * zoom, height: layout.height * zoom }}>
        <div style={{ width: layout.width, height: layout.height, transform: `scale(${zoom})`, transformOrigin: '0 0' }} role="group" aria-label={t('targets.treeLabel')}>
          <svg className={styles['links']} width={layout.width} height={layout.height} aria-hidden>
            {layout.links.map((link) => <path key={link.parentId} d={link.path} />)}
          </svg>
          {layout.nodes.map((placed) => (
            <TreeBox
              key={placed.node.nodeId}
              placed={placed}
              time={figures.time.progress}
              picked={placed.node.nodeId === pickedId}
              folded={collapsed.has(placed.node.nodeId)}
              onPick={() => onPick(placed.node.nodeId)}
              onFold={() => toggle(placed.node.nodeId)}
            />
          ))}
        </div>
      </div>
    </Pane>
  );
});

interface TreeBoxProps {
  readonly placed: PlacedNode;
  readonly time: number | null;
  readonly picked: boolean;
  readonly folded: boolean;
  readonly onPick: () => void;
  readonly onFold: () => void;
}

function TreeBox({ placed, time, picked, folded, onPick, onFold }: TreeBoxProps) {
  const { t } = useMessages();
  const { node, size, left, top, width, height } = placed;
  return (
    <div className={styles['box']} data-size={size} data-picked={picked || undefined} style={{ left, top, width, height }}>
      <button type="button" className={styles['open']} aria-pressed={picked} onClick={onPick}>
        {size === 'person' ? <PersonText node={node} time={time} /> : <UnitText node={node} time={time} large={size === 'root'} />}
      </button>
      {size === 'unit' && (
        <ActionIcon className={styles['fold'] ?? ''} size={16} aria-label={t(folded ? 'targets.expand' : 'targets.collapse', { name: node.name })} aria-expanded={!folded} onClick={onFold}>
          {folded ? <IconChevronRight size={12} stroke={2.25} aria-hidden /> : <IconChevronDown size={12} stroke={2.25} aria-hidden />}
        </ActionIcon>
      )}
    </div>
  );
}

function Attainment({ node }: { readonly node: NodeFigures }) {
  const { percent } = useFormats();
  const { status, attainment } = node.target;
  if (status === null) return <span className={styles['figure']}>{percent(attainment)}</span>;
  const { icon: Icon, tone } = paceLook[status];
  return <span className={styles['figure']} data-tone={tone}><Icon size={12} stroke={2.25} aria-hidden />{percent(attainment)}</span>;
}

function PersonText({ node, time }: { readonly node: NodeFigures; readonly time: number | null }) {
  const { t } = useMessages();
  return (
    <>
      <span className={styles['name']}>{node.kind === 'unassigned' ? t('targets.unassigned') : node.name}</span>
      <span className={styles['bar']}><PaceBar thin done={node.target.attainment} time={time} status={node.target.status} /></span>
      <Attainment node={node} />
    </>
  );
}

function UnitText({ node, time, large }: { readonly node: NodeFigures; readonly time: number | null; readonly large: boolean }) {
  const { t } = useMessages();
  const { amount, percent } = useFormats();
  const { target } = node;
  return (
    <>
      <span className={styles['line']}><b className={styles['name']}>{node.name}</b>{!large && <Attainment node={node} />}</span>
      {large && <span className={styles['large']}>{percent(target.attainment)}</span>}
      <span className={styles['quiet']}>{amount(target.actualFen)} / {amount(target.targetFen)}</span>
      <PaceBar thin done={target.attainment} time={time} status={target.status} />
      {large && <span className={styles['line']}><span className={styles['quiet']}>{t('targets.pace', { pace: percent(target.pace) })}</span><StatusWord status={target.status} /></span>}
    </>
  );
}

function StatusCounts({ figures }: { readonly figures: Figures }) {
  const { t } = useMessages();
  const people = figures.nodes.filter((node) => node.kind === 'person');
  return (
    <>
      {(['ahead', 'onTrack', 'atRisk', 'behind'] as const).map((status) => (
        <span key={status} className={styles['count']}><StatusWord status={status} />{people.filter((node) => node.target.status === status).length}</span>
      ))}
      <span className={styles['legend']}>{t('targets.treeLegend')}</span>
    </>
  );
}
