import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { FindingsFilter } from 'backstage-plugin-security-posture-common';
import { Request } from 'express';
import { ExplorerFilter } from '../database/FindingsExplorer';
import { isoTime } from '../views/isoTime';
import { ControlIndex } from '../views/PostureSettings';
import { sinceParameter } from './pastTime';
import { flagParameter, listParameter, textParameter } from './queryParameters';

/** How each parameter of the filter is read. */
const READERS: Readonly<
  Record<keyof FindingsFilter, (request: Request, name: string) => unknown>
> = {
  outcomes: listParameter,
  severities: listParameter,
  controls: listParameter,
  categories: listParameter,
  framework: textParameter,
  clusters: listParameter,
  production: flagParameter,
  namespaces: listParameter,
  entity: refParameter,
  owner: refParameter,
  system: refParameter,
  exempted: flagParameter,
  stale: flagParameter,
  since: sinceText,
  search: textParameter,
};

/** The filter over all findings that a request names, with refs and times in full. Throws an InputError on what is none. */
export function findingsFilterOf(request: Request): FindingsFilter {
  return Object.fromEntries(
    Object.entries(READERS)
      .map(([name, read]) => [name, read(request, name)] as const)
      .filter(([, value]) => value !== undefined),
  ) as FindingsFilter;
}

/** What the explorer keeps by such a filter: controls and scopes are spelt out. */
export function explorerFilterOf(
  filter: FindingsFilter,
  controls: ControlIndex,
): ExplorerFilter {
  const { categories, framework, entity, owner, system, ...rest } = filter;
  const { since, search, ...same } = rest;
  const chosen = chosenControls(filter, controls);
  const scopeRefs = [owner, system].filter(ref => ref !== undefined);
  return {
    ...same,
    ...(chosen ? { controls: chosen } : {}),
    ...(entity === undefined ? {} : { entityRef: entity }),
    ...(scopeRefs.length ? { scopeRefs } : {}),
    ...(since === undefined ? {} : { since: Date.parse(since) }),
    ...(search === undefined ? {} : { search: searchOf(search, controls) }),
  };
}

/** Controls that a filter names, or that are in the categories and the framework that it names. */
function chosenControls(
  { controls: named, categories, framework }: FindingsFilter,
  controls: ControlIndex,
): readonly string[] | undefined {
  if (!categories && !framework) return named;
  return [...controls.values()]
    .filter(
      ({ id, category, frameworks }) =>
        (named?.includes(id) ?? true) &&
        (categories?.includes(category) ?? true) &&
        (!framework || framework in frameworks),
    )
    .map(({ id }) => id);
}

function searchOf(
  search: string,
  controls: ControlIndex,
): ExplorerFilter['search'] {
  const text = search.toLowerCase();
  const found = [...controls.values()].filter(({ id, title, failureTitle }) =>
    [id, title, failureTitle].some(words => words.toLowerCase().includes(text)),
  );
  return { text, controls: found.map(({ id }) => id) };
}

function refParameter(request: Request, name: string): string | undefined {
  const text = textParameter(request, name);
  if (text === undefined) return undefined;
  try {
    return stringifyEntityRef(parseEntityRef(text));
  } catch {
    throw new InputError(
      `${name} must be a full entity ref, such as group:default/payments`,
    );
  }
}

function sinceText(request: Request, name: string): string | undefined {
  const since = sinceParameter(request, name);
  return since === undefined ? undefined : isoTime(since);
}
