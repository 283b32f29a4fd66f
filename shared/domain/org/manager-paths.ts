import type { OrgIssue, OrgRecords, PeopleRow } from './org-from-people';

/**
 * Where each row's person hangs. A row that names its unit hangs there. Without one the managers make the tree: whoever
 * has reports is a team named after them, in the team of their own manager, and sells as a leaf of their own team.
 * Whoever is named as their own manager has none. A circle of managers is an issue in any case; a manager nobody knows only where no unit is named.
 */
export function managerPaths(rows: readonly PeopleRow[], current: OrgRecords): { paths: string[][]; issues: OrgIssue[] } {
  const bossOf = new Map<string, string>([...current.people, ...rows].map((person) => [person.name, person.managerName === person.name ? '' : person.managerName]));
  const bosses = new Set(rows.filter((row) => row.unitPath.length === 0).map((row) => row.managerName));
  const issues: OrgIssue[] = [];
  const paths = rows.map((row, index) => {
    const chain = chainOf(row.name, bossOf);
    if (chain.cycle) issues.push({ code: 'org.cycle', row: index, detail: chain.names.join(' → ') });
    if (row.unitPath.length > 0) return [...row.unitPath];
    const unknown = chain.names.find((name) => !bossOf.has(name));
    if (unknown !== undefined) issues.push({ code: 'org.missingBoss', row: index, detail: chain.names.join(' → ') });
    return (bosses.has(row.name) ? chain.names : chain.names.slice(1)).toReversed();
  });
  return { paths, issues };
}

/** The person, their manager, the manager's manager …; a name that returns ends it. */
function chainOf(name: string, bossOf: ReadonlyMap<string, string>): { names: string[]; cycle: boolean } {
  const names = [name];
  for (let boss = bossOf.get(name) ?? ''; boss !== ''; boss = bossOf.get(boss) ?? '') {
    const cycle = names.includes(boss);
    names.push(boss);
    if (cycle) return { names, cycle };
  }
  return { names, cycle: false };
}
