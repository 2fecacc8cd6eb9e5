import {
  postureReadPermission,
  ScopeKind,
  ScopeOrder,
  ScopesResponse,
} from 'backstage-plugin-security-posture-common';
import { Request, Router } from 'express';
import { scopeRow } from '../../views/scopeRow';
import { auditedRead } from '../audited';
import { fullRef } from '../fullRef';
import { offsetPage } from '../offsetPage';
import { textParameter } from '../queryParameters';
import { RouteContext } from '../RouteContext';

/** Lists of what holds entities: by path what they hold. */
const LISTS: Readonly<Record<string, ScopeKind>> = {
  '/teams': 'group',
  '/systems': 'system',
  '/domains': 'domain',
};

/** Teams, systems and domains, summed up over the entities that the caller may see. */
export function addScopeRoutes(router: Router, context: RouteContext): void {
  for (const [path, type] of Object.entries(LISTS)) {
    router.get(path, async (request, response) => {
      const meta = { queryType: path.slice(1) };
      const page = await auditedRead(context.auditor, request, meta, () =>
        listScopes(context, request, type),
      );
      response.json(page);
    });
  }
}

async function listScopes(
  { access, visible, scopes, settings, clock }: RouteContext,
  request: Request,
  type: ScopeKind,
): Promise<ScopesResponse> {
  const credentials = await access.require(request, postureReadPermission);
  const visibility = await visible.of(credentials);
  const filter = { type, ...filterOf(request, type) };
  const { offset, limit, next } = offsetPage(request, ['scopes', filter]);
  const { items, total, partial } = await scopes.listScopes(
    { ...filter, offset, limit },
    { now: clock(), thresholds: settings.thresholds },
    visibility,
  );
  return {
    items: items.map(scopeRow),
    total,
    ...next(items.length, total),
    partial,
  };
}

function filterOf(request: Request, type: ScopeKind) {
  const search = textParameter(request, 'search');
  const parent = textParameter(request, 'parent');
  const parentKind = type === 'group' ? 'group' : 'domain';
  return {
    order: (textParameter(request, 'order') ?? 'worst') as ScopeOrder,
    ...(search ? { search } : {}),
    ...(parent
      ? {
          parent:
            parent === 'none' ? parent : fullRef('parent', parent, parentKind),
        }
      : {}),
  };
}
