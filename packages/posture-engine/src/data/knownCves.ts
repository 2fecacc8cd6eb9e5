import { DataTable, KnownCve, VulnerableComponent } from '../model/dataTables';
import { compareVersions, parseVersion, Version } from '../read/version';

interface ParsedRange {
  readonly introduced: Version;
  readonly fixed: Version | undefined;
}

interface ParsedCve {
  readonly cve: KnownCve;
  readonly ranges: readonly ParsedRange[];
}

const known = new WeakMap<
  DataTable<KnownCve>,
  ReadonlyMap<VulnerableComponent, readonly ParsedCve[]>
>();

/** The vulnerabilities of a component at a version, in the order of the table. */
export function cvesOf(
  table: DataTable<KnownCve>,
  component: VulnerableComponent,
  version: Version,
): readonly KnownCve[] {
  let byComponent = known.get(table);
  if (!byComponent) {
    byComponent = groupByComponent(table.rows);
    known.set(table, byComponent);
  }
  return (byComponent.get(component) ?? [])
    .filter(({ ranges }) => ranges.some(range => holds(range, version)))
    .map(({ cve }) => cve);
}

/** The first version after this one in which a vulnerability is mended; undefined where there is none. */
export function fixedVersionOf(
  { affected }: KnownCve,
  version: Version,
): string | undefined {
  const range = affected.find(({ introduced, fixed }) =>
    holds(parseRange({ introduced, fixed }), version),
  );
  return range?.fixed;
}

function groupByComponent(
  rows: readonly KnownCve[],
): ReadonlyMap<VulnerableComponent, readonly ParsedCve[]> {
  const groups = new Map<VulnerableComponent, ParsedCve[]>();
  for (const cve of rows) {
    const parsed = { cve, ranges: cve.affected.map(parseRange) };
    const group = groups.get(cve.component);
    if (group) group.push(parsed);
    else groups.set(cve.component, [parsed]);
  }
  return groups;
}

/** The schema of the table sees to it that both ends are versions. */
function parseRange({
  introduced,
  fixed,
}: KnownCve['affected'][number]): ParsedRange {
  return {
    introduced: versionOf(introduced),
    fixed: fixed === undefined ? undefined : versionOf(fixed),
  };
}

function versionOf(text: string): Version {
  const version = parseVersion(text);
  if (!version) throw new Error(`"${text}" is no version`);
  return version;
}

function holds({ introduced, fixed }: ParsedRange, version: Version): boolean {
  return (
    compareVersions(version, introduced) >= 0 &&
    (fixed === undefined || compareVersions(version, fixed) < 0)
  );
}
