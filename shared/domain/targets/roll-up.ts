/**
 * Adds every node's row into its parent's, bottom-up: a full recompute, nothing cached, nothing to invalidate.
 * `values` holds `width` whole numbers per node (months × measures); `parent[i] < i`, −1 for the root. Rows of nodes with
 * children are overwritten by the sum of their children's. Sums of whole numbers are exact up to 2^53.
 */
export function rollUp(parent: Int32Array, width: number, values: Float64Array): void {
  const hasChildren = new Uint8Array(parent.length);
  for (const above of parent) if (above >= 0) hasChildren[above] = 1;
  for (let node = 0; node < parent.length; node++) if (hasChildren[node] === 1) values.fill(0, node * width, (node + 1) * width);
  for (let node = parent.length - 1; node > 0; node--) {
    const from = node * width;
    const to = parent[node]! * width;
    for (let cell = 0; cell < width; cell++) values[to + cell]! += values[from + cell]!;
  }
}
