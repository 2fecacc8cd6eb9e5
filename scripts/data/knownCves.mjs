/** No Kubernetes below this is judged, so what was mended before it cannot be found. */
const OLDEST = [1, 20, 0];
const MODULE = 'k8s.io/kubernetes';

/**
 * The table of known vulnerabilities.
 * `entries` are the OSV entries of golang/vulndb for Kubernetes; `review` is what people found out about them:
 * where each lies, how grave it is and on what it depends. One that nobody reviewed lies in `kubernetes`.
 */
export function knownCvesTable({ entries, review, asOf }) {
  const ignored = new Set(review.ignored.map(({ id }) => id));
  const ranges = new Map(entries.flatMap(rangesById));
  const reviewed = new Map(review.reviewed.map(entry => [entry.id, entry]));
  const ids = [...new Set([...ranges.keys(), ...reviewed.keys()])];
  const rows = [
    ...ids
      .filter(id => !ignored.has(id))
      .map(id => kubernetesRow(id, ranges.get(id), reviewed.get(id)))
      .filter(({ affected }) => affected.some(isJudged)),
    ...review.components.map(componentRow),
  ];
  return { asOf, sources: SOURCES, rows: rows.sort(byId) };
}

const SOURCES = [
  {
    name: 'golang/vulndb',
    url: 'https://vuln.go.dev',
    licence: 'CC-BY-4.0',
  },
  {
    name: 'Kubernetes official CVE feed',
    url: 'https://kubernetes.io/docs/reference/issues-security/official-cve-feed/',
  },
];

/** A withdrawn entry has no ranges that count. */
function rangesById({ aliases = [], affected, summary, withdrawn }) {
  const id = aliases.find(alias => alias.startsWith('CVE-'));
  if (!id || withdrawn) return [];
  const events = affected
    .filter(({ package: { name } }) => name === MODULE)
    .flatMap(({ ranges = [] }) => ranges)
    .filter(({ type }) => type === 'SEMVER')
    .flatMap(range => range.events);
  return events.length ? [[id, { summary, affected: rangesOf(events) }]] : [];
}

/** OSV tells ranges as events in a row: introduced, fixed, introduced, … */
function rangesOf(events) {
  const ranges = [];
  for (const { introduced, fixed } of events) {
    if (introduced !== undefined) ranges.push({ introduced });
    else if (fixed !== undefined) ranges.at(-1).fixed = fixed;
  }
  return ranges;
}

function kubernetesRow(id, known, reviewed = {}) {
  const { ranges, ...rest } = reviewed;
  return {
    id,
    title: known?.summary.replace(/ in k8s\.io\/\S+$/, ''),
    component: 'kubernetes',
    ...rest,
    affected: ranges ?? known.affected,
    references: [`https://nvd.nist.gov/vuln/detail/${id}`],
  };
}

function componentRow({ ranges, references, ...rest }) {
  return { ...rest, affected: ranges, references };
}

function isJudged({ fixed }) {
  return fixed === undefined || compare(numbersOf(fixed), OLDEST) > 0;
}

/** `1.20.0-alpha.1` comes before 1.20.0. */
function numbersOf(version) {
  const [numbers, preRelease] = version.split('-');
  const [major, minor, patch] = numbers.split('.').map(Number);
  return [major, minor, preRelease ? patch - 1 : patch];
}

function compare(one, other) {
  const index = one.findIndex((part, place) => part !== other[place]);
  return index < 0 ? 0 : one[index] - other[index];
}

function byId({ id: one }, { id: other }) {
  return one < other ? -1 : Number(one > other);
}
