import { InputError } from '@backstage/errors';
import { FindingsFilter } from 'backstage-plugin-security-posture-common';
import { Request } from 'express';
import { findingsFilterOf } from '../findingsFilter';
import { ScopeOfQuery } from '../scopeOfQuery';
import { ExportMoment } from './exportMoment';

/** The filter that a request for an export names; undefined where it names none. Throws an InputError where it goes with a part of the organisation, or with the past. */
export function exportFilter(
  request: Request,
  { scope }: Pick<ScopeOfQuery, 'scope'>,
  { at }: ExportMoment,
): FindingsFilter | undefined {
  const filter = findingsFilterOf(request);
  const [name] = Object.keys(filter);
  if (name === undefined) return undefined;
  if (scope !== 'organisation')
    throw new InputError(
      `${name} filters the findings of the organisation: it goes with scope=organisation, and not with scope=${scope}`,
    );
  if (at !== undefined)
    throw new InputError(
      `${name} filters what is open now: it does not go with a date in the past`,
    );
  return filter;
}
