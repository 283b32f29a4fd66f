import type { NodeFigures } from '@shared/contracts/figures';

/** Sizes of the drawn tree in CSS pixels. */
const BOX = { root: { width: 152, height: 112 }, unit: { width: 120, height: 64 }, person: { width: 148, height: 24 } };
const GAP = { column: 14, row: 4, group: 12 };
const EDGE = { left: 8, top: 12 };

export interface PlacedNode {
  readonly node: NodeFigures;
  readonly size: keyof typeof BOX;
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

/** A node with what is shown below it, in a band of its own height that nothing else enters. */
interface Branch {
  readonly node: NodeFigures;
  readonly size: PlacedNode['size'];
  readonly children: readonly Branch[];
  readonly height: number;
}

const sizeOf = (node: NodeFigures): PlacedNode['size'] => {
  if (node.kind === 'person' || node.kind === 'unassigned') return 'person';
  return node.depth === 0 ? 'root' : 'unit';
};

/**
 * Places a scope's nodes (depth-first, the scope first) as a left-to-right tree: units by level, people in the last
 * column, every node at the middle of its band. `collapsed` units hide what is below them. No nodes: an empty drawing.
 */
export function layOutTree(nodes: readonly NodeFigures[], collapsed: ReadonlySet<string>): TreeLayout {
  const root = nodes[0];
  if (!root) return { width: 0, height: 0, nodes: [], links: [] };
  const childrenOf = new Map<string | null, NodeFigures[]>();
  for (const node of nodes.slice(1)) childrenOf.set(node.parentId, [...(childrenOf.get(node.parentId) ?? []), node]);
  const branch = (node: NodeFigures): Branch => {
    const children = collapsed.has(node.nodeId) && node !== root ? [] : (childrenOf.get(node.nodeId) ?? []).map(branch);
    const size = sizeOf(node);
    return { node, size, children, height: Math.max(BOX[size].height, heightOf(children)) };
  };
  const tree = branch(root);
  const levels = unitLevels(tree);
  const placed: PlacedNode[] = [];
  const links: TreeLayout['links'] = [];
  place(tree, EDGE.top, 0);
  return {
    width: Math.max(...placed.map((box) => box.left + box.width)) + EDGE.left,
    height: tree.height + 2 * EDGE.top,
    nodes: placed,
    links,
  };

  function place({ node, size, children, height }: Branch, bandTop: number, level: number): PlacedNode {
    const box = BOX[size];
    const left = size === 'person' && level > 0 ? columnLeft(levels) : columnLeft(level);
    const own: PlacedNode = { node, size, left, top: bandTop + (height - box.height) / 2, ...box };
    placed.push(own);
    let top = bandTop + (height - heightOf(children)) / 2;
    const below = children.map((child, index) => {
      const at = place(child, top, level + 1);
      top += child.height + gapAfter(children, index);
      return at;
    });
    if (below.length > 0) links.push({ parentId: node.nodeId, path: elbows(own, below) });
    return own;
  }
}

/** Left edge of a level: the scope stands at 0, units below it, people right of all units. */
const columnLeft = (level: number): number => (level === 0 ? EDGE.left : EDGE.left + BOX.root.width + GAP.column + (level - 1) * (BOX.unit.width + GAP.column));

/** People stand close, anything next to a unit further apart. */
function gapAfter(children: readonly Branch[], index: number): number {
  const next = children[index + 1];
  if (!next) return 0;
  return children[index]?.size === 'person' && next.size === 'person' ? GAP.row : GAP.group;
}

const heightOf = (children: readonly Branch[]): number => children.reduce((sum, child, index) => sum + child.height + gapAfter(children, index), 0);

/** How many levels of units there are, the scope included: the level that people stand on. */
const unitLevels = ({ size, children }: Branch): number => (size === 'person' ? 0 : 1 + Math.max(0, ...children.map(unitLevels)));

function elbows(from: PlacedNode, children: readonly PlacedNode[]): string {
  const startX = from.left + from.width;
  const middleX = startX + GAP.column / 2;
  const startY = from.top + from.height / 2;
  return `M${startX} ${startY}H${middleX}${children.map((to) => `M${middleX} ${startY}V${to.top + to.height / 2}H${to.left}`).join('')}`;
}
