import type { ClosureEntry } from '../../delta/document/delta-document.ts';
import { formatCount } from '../../kit/format.ts';
import { nameOf, type StorePath } from '../../nix/store/store-path.ts';

/** A path in the dependency tree. What a path needs is listed where the path comes first. */
export interface TreeNode {
  readonly entry: ClosureEntry;
  readonly children: readonly TreeNode[];
  /** Children that are not listed because the limit was reached. */
  readonly more: number;
  /** `above`: what it needs is listed further up; `left out`: it needs something, and the limit was reached. */
  readonly below: 'listed' | 'above' | 'left out';
}

export interface DependencyTree {
  readonly roots: readonly TreeNode[];
  /** Paths of the closure that appear nowhere in the tree. */
  readonly leftOut: number;
}

export interface TreeLimits {
  /** Lines. */
  readonly lines: number;
  /** Levels below a root. */
  readonly depth: number;
  /** `new`: what the base has is left out altogether. */
  readonly show: 'all' | 'new';
}

/**
 * Returns the closure as a tree of what needs what, from its roots. The limit is spent from the top down, on new paths first,
 * so that a large closure is cut at its far end and not in the middle.
 */
export function dependencyTree(
  closure: readonly ClosureEntry[],
  roots: readonly StorePath[],
  limits: TreeLimits,
): DependencyTree {
  const shown = closure.filter((entry) => limits.show === 'all' || entry.in === 'delta');
  const graph = new Map(shown.map((entry) => [entry.path, entry]));
  const starts = present(graph, [...new Set(roots)]).slice(0, limits.lines);
  const expanded = chooseExpanded(graph, starts, limits);
  const seen = new Set<StorePath>();
  const listed = new Set<StorePath>();
  const trees = starts.map((entry) => grow(entry, { graph, expanded, seen, listed, depth: limits.depth }));
  return { roots: trees, leftOut: graph.size - listed.size };
}

/**
 * How many references of which paths are listed, breadth first until the lines are used up. What the base has gets the
 * lines that new paths leave over.
 */
function chooseExpanded(graph: Graph, starts: readonly ClosureEntry[], limits: TreeLimits): ReadonlyMap<StorePath, number> {
  const expanded = new Map<StorePath, number>();
  let left = limits.lines - starts.length;
  for (const round of ['new', 'all'] as const) {
    const queue = starts.map((entry) => ({ entry, depth: 0 }));
    const visited = new Set(starts);
    for (const { entry, depth } of queue) {
      const children = childrenOf(graph, entry);
      if (!expanded.has(entry.path)) {
        const count = Math.min(children.length, left);
        if (count === 0 || depth >= limits.depth || (round === 'new' && entry.in === 'base')) continue;
        expanded.set(entry.path, count);
        left -= count;
      }
      for (const child of children) {
        if (visited.has(child)) continue;
        visited.add(child);
        queue.push({ entry: child, depth: depth + 1 });
      }
    }
  }
  return expanded;
}

type Graph = ReadonlyMap<StorePath, ClosureEntry>;

interface Growth {
  readonly graph: Graph;
  readonly expanded: ReadonlyMap<StorePath, number>;
  /** Paths whose references are listed already. */
  readonly seen: Set<StorePath>;
  readonly listed: Set<StorePath>;
  readonly depth: number;
}

/** As deep as `depth`, so recursion is no danger, however long the chains of the closure are. */
function grow(entry: ClosureEntry, growth: Growth): TreeNode {
  growth.listed.add(entry.path);
  const references = childrenOf(growth.graph, entry);
  if (references.length === 0) return { entry, children: [], more: 0, below: 'listed' };
  if (growth.seen.has(entry.path)) return { entry, children: [], more: 0, below: 'above' };
  const count = growth.depth === 0 ? 0 : (growth.expanded.get(entry.path) ?? 0);
  if (count === 0) return { entry, children: [], more: references.length, below: 'left out' };
  growth.seen.add(entry.path);
  const below = { ...growth, depth: growth.depth - 1 };
  const children = references.slice(0, count).map((child) => grow(child, below));
  return { entry, children, more: references.length - count, below: 'listed' };
}

/** What a path refers to, without itself. */
function childrenOf(graph: Graph, entry: ClosureEntry): readonly ClosureEntry[] {
  return sorted(
    present(
      graph,
      entry.references.filter((path) => path !== entry.path),
    ),
  );
}

function present(graph: Graph, paths: readonly StorePath[]): readonly ClosureEntry[] {
  return paths.map((path) => graph.get(path)).filter((entry) => entry !== undefined);
}

/** New ones first; then by name, as a reader looks for them. */
function sorted(entries: readonly ClosureEntry[]): readonly ClosureEntry[] {
  return entries
    .map((entry) => ({ entry, key: `${entry.in === 'delta' ? 0 : 1}${nameOf(entry.path)}${entry.path}` }))
    .toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ entry }) => entry);
}

/** Returns the tree as lines of text, drawn with rules. `label` says how a node is written. */
export function treeLines(tree: DependencyTree, label: (node: TreeNode) => string): readonly string[] {
  const lines: string[] = [];
  const draw = (node: TreeNode, own: string, indent: string): void => {
    lines.push(own + label(node));
    for (const [index, child] of node.children.entries()) {
      const last = index === node.children.length - 1 && node.more === 0;
      draw(child, `${indent}${last ? '└─ ' : '├─ '}`, `${indent}${last ? '   ' : '│  '}`);
    }
    if (node.children.length > 0 && node.more > 0) lines.push(`${indent}└─ … ${formatCount(node.more)} more`);
  };
  for (const root of tree.roots) draw(root, '', '');
  return lines;
}


