import { ExportHeader } from 'backstage-plugin-security-posture-common';

/** What notes are written from. */
export type NotedHeader = Omit<ExportHeader, 'notes' | 'schema'>;

/** What a reader has to know before relying on an export, in sentences. The gravest first. */
export function exportNotes(header: NotedHeader, stale: readonly string[]) {
  const { state, filter, partial, clusters, gaps } = header;
  return [
    ...(state === 'nothingJudged'
      ? ['Nothing was judged: that no finding is listed is not a pass.']
      : []),
    ...(filter
      ? [
          'A filter chose the findings of this export: that a finding is not listed does not mean that it is not open. Score, counts, coverage, clusters and what could not be judged are of everything, not of what the filter chose.',
        ]
      : []),
    ...(partial
      ? [
          'The portal shows you less than everything: what it does not show you is not in this export.',
        ]
      : []),
    ...(clusters === undefined
      ? [
          'You may not read clusters: which of them could not be reached, and what could not be judged on a whole cluster, is not in this export.',
        ]
      : []),
    ...(stale.length > 0
      ? [
          `Nothing fresh is known of ${stale.join(
            ', ',
          )}: what is listed may have changed since.`,
        ]
      : []),
    ...(gaps?.length ? [gapNote(gaps.length)] : []),
  ];
}

function gapNote(count: number): string {
  return count === 1
    ? 'One control could not be judged on a whole cluster: it is neither a pass nor a finding.'
    : `Controls could not be judged on whole clusters ${count} times: that is neither a pass nor a finding.`;
}

/** What an export is of, in words: `component:default/cart`, `cluster prod-eu`, `the organisation`. */
export function exportSubject({
  scope,
  ref,
}: Pick<ExportHeader, 'scope' | 'ref'>): string {
  if (scope === 'organisation') return 'the organisation';
  return scope === 'cluster' ? `cluster ${ref}` : ref!;
}

/** What a report of an export is called. */
export function exportTitle(
  header: Pick<ExportHeader, 'scope' | 'ref' | 'filter'>,
): string {
  const what = header.filter ? 'Filtered findings' : 'Security posture';
  return `${what} of ${exportSubject(header)}`;
}

/** What tells the reports of one export from those of others, whenever these are made. */
export function exportIdentity(
  header: Pick<ExportHeader, 'scope' | 'ref' | 'filter'>,
): readonly string[] {
  return [exportSubject(header), ...filterFacts(header).flat()];
}

/** The facts of a header that every format states, as pairs of a name and a text. */
export function headerFacts(
  header: ExportHeader,
): readonly (readonly [string, string])[] {
  const { score, raw, open, exempted, readiness, profile } = header;
  return [
    ['scope', exportSubject(header)],
    ...filterFacts(header),
    ['asOf', header.at],
    ['generatedAt', header.generatedAt],
    ['library', header.library],
    ['profile', profile ?? 'none'],
    ['state', header.state],
    ...(readiness ? ([['readiness', readiness]] as const) : []),
    ['score', inWords(score.value)],
    ['grade', score.grade ?? 'unknown'],
    ['rawScore', inWords(raw.value)],
    ['coverage', percent(score.coverage)],
    ['open', countsInWords(open)],
    ['exempted', countsInWords(exempted)],
    ['partial', String(header.partial)],
  ];
}

/** A fact for each part of a filter, so that no value can pass for another part. */
function filterFacts({
  filter = {},
}: Pick<ExportHeader, 'filter'>): readonly (readonly [string, string])[] {
  return Object.entries(filter).map(([name, value]) => [
    `filter.${name}`,
    [value].flat().join(', '),
  ]);
}

function inWords(value: number | null): string {
  return value === null ? 'unknown' : String(value);
}

/** Rounded down, so that what is not whole is never called so. */
function percent(share: number | null): string {
  return share === null ? 'unknown' : `${Math.floor(share * 100)} %`;
}

function countsInWords(counts: ExportHeader['open']): string {
  if (counts === null) return 'unknown';
  return Object.entries(counts)
    .map(([severity, count]) => `${count} ${severity}`)
    .join(', ');
}
