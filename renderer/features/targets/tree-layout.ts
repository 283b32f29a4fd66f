import { type HierarchyPointNode, cluster, stratify } from 'd3-hierarchy';
import type { NodeFigures } from '@shared/contracts/figures';

/** Sizes of the drawn tree in CSS pixels. */
const PERSON = { width: 148, height: 24 };
const UNIT = { width: 120, height: 64 };
const ROOT = { width: 136, height: 112 };
const GAP = { column: 18, row: 4, group: 12 };

export interface PlacedNode {
  readonly node: NodeFigures;
  readonly size: 'root' | 'unit' | 'person';
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface TreeLayout {
  readonly width: number;
  readonly height: number;
  readonly nodes: PlacedNode[];
  /** One SVG path per parent: elbow lines to its children. */
  readonly links: { readonly parentId: string; readonly path: string }[];
}

const sizeOf = (node: NodeFigures): PlacedNode['size'] => {
  if (node.depth === 0 && node.kind !== 'person') return 'root';
  return node.kind === 'person' || node.kind === 'unassigned' ? 'person' : 'unit';
};
const BOX = { root: ROOT, unit: UNIT, person: PERSON };

/**
 * Places a scope's nodes (depth-first, the scope first) as a left-to-right tree: people in the last column, every unit
 * level with the middle of its children. `collapsed` units hide what is below them. No nodes: an empty drawing.
 */
export function layOutTree(nodes: readonly NodeFigures[], collapsed: ReadonlySet<string>): TreeLayout {
  const root = nodes[0];
  if (!root) return { width: 0, height: 0, nodes: [], links: [] };
  const shown = visibleNodes(nodes, collapsed);
  const hierarchy = stratify<NodeFigures>()
    .id((node) => node.nodeId)
    .parentId((node) => (node.nodeId === root.nodeId ? null : node.parentId))(shown);
  const placed = cluster<NodeFigures>()
    .nodeSize([1, 1])
    .separation((a, b) => separation(a, b))(hierarchy);
  const depth = placed.height;
  const columnLeft = columnPositions(depth, root);
  const boxes = new Map<string, PlacedNode>();
  placed.each((point) => {
    const size = sizeOf(point.data);
    const box = BOX[size];
    boxes.set(point.data.nodeId, { node: point.data, size, left: columnLeft(point), top: point.x - box.height / 2, ...box });
  });
  const list = [...boxes.values()];
  const minTop = Math.min(...list.map((box) => box.top));
  const shifted = list.map((box) => ({ ...box, top: box.top - minTop + 12 }));
  return {
    width: Math.max(...shifted.map((box) => box.left + box.width)) + 8,
    height: Math.max(...shifted.map((box) => box.top + box.height)) + 12,
    nodes: shifted,
    links: linksOf(placed, new Map(shifted.map((box) => [box.node.nodeId, box]))),
  };
}

function visibleNodes(nodes: readonly NodeFigures[], collapsed: ReadonlySet<string>): NodeFigures[] {
  const hidden = new Set<string>();
  return nodes.filter((node) => {
    const gone = node.depth > 0 && node.parentId !== null && (hidden.has(node.parentId) || collapsed.has(node.parentId));
    if (gone) hidden.add(node.nodeId);
    return !gone;
  });
}

/** Distance between the middles of two neighbours in the same column, in pixels. */
function separation(a: HierarchyPointNode<NodeFigures>, b: HierarchyPointNode<NodeFigures>): number {
  const height = (BOX[sizeOf(a.data)].height + BOX[sizeOf(b.data)].height) / 2;
  return height + (a.parent === b.parent ? GAP.row : GAP.group);
}

/** Leaves stand in the last column, the scope in the first; a ragged tree keeps its people aligned. */
function columnPositions(depth: number, root: NodeFigures): (point: HierarchyPointNode<NodeFigures>) => number {
  const first = 8;
  const step = UNIT.width + GAP.column;
  return (point) => {
    if (point.data.nodeId === root.nodeId) return first;
    if (!point.children) return first + ROOT.width + GAP.column + Math.max(depth - 1, 0) * step;
    return first + ROOT.width + GAP.column + (point.depth - 1) * step;
  };
}

function linksOf(root: HierarchyPointNode<NodeFigures>, boxes: ReadonlyMap<string, PlacedNode>): TreeLayout['links'] {
  const links: { parentId: string; path: string }[] = [];
  root.each((point) => {
    const from = boxes.get(point.data.nodeId);
    if (!point.children || !from) return;
    const startX = from.left + from.width;
    const middleX = startX + GAP.column / 2;
    const startY = from.top + from.height / 2;
    const elbows = point.children.map((child) => {
      const to = boxes.get(child.data.nodeId);
      if (!to) return '';
      return `M${middleX} ${startY}V${to.top + to.height / 2}H${to.left}`;
    });
    links.push({ parentId: point.data.nodeId, path: `M${startX} ${startY}H${middleX}${elbows.join('')}` });
  });
  return links;
}
