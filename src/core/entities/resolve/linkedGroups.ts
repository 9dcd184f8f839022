import { rootOf, type GroupLinks } from "./groupLinks";
import type { CountedGroup } from "./groupTally";

/** The groups of a corpus that are part of others. */
export interface LinkedGroups {
  readonly links: GroupLinks<CountedGroup>;
  /** Of each group that others are part of: those others. */
  readonly members: ReadonlyMap<CountedGroup, readonly CountedGroup[]>;
  /** By a group's number: the number of the group that it is part of in the end, or its own. */
  readonly roots: Int32Array;
}

/** Follows all links to their ends. `count` is more than any group's number. Linear in groups and links. */
export function linkedGroups(links: GroupLinks<CountedGroup>, count: number): LinkedGroups {
  const members = new Map<CountedGroup, CountedGroup[]>();
  const roots = Int32Array.from({ length: count }, (_, number) => number);
  for (const group of links.keys()) {
    const root = rootOf(group, links);
    roots[group.number] = root.number;
    const known = members.get(root);
    if (known === undefined) members.set(root, [group]);
    else known.push(group);
  }
  return { links, members, roots };
}
