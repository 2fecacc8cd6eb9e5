import { ExportHeader } from 'backstage-plugin-security-posture-common';

/** Characters of a ref or a name that a file name keeps at most. */
const MOST_CHARACTERS = 80;

/** The name of the file of an export: of letters, digits, dots, dashes and underscores only. Of a filter it says that there is one. */
export function exportFileName(
  {
    scope,
    ref,
    filter,
    at,
  }: Pick<ExportHeader, 'scope' | 'ref' | 'filter' | 'at'>,
  extension: string,
): string {
  const what = (scope === 'cluster' ? `cluster-${ref}` : ref ?? scope)
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/\.{2,}/g, '.')
    .slice(0, MOST_CHARACTERS);
  const filtered = filter ? '-filtered' : '';
  return `security-posture-${what}${filtered}-${at.slice(0, 10)}${extension}`;
}
