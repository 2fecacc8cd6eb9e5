import { JsonObject, Labels, Manifest } from '../objects/Manifest';
import { ManifestSource } from '../objects/ManifestSource';
import { LiveContext } from './LiveContext';

interface AggregationRule {
  clusterRoleSelectors?: { matchLabels?: Labels }[];
}

/**
 * Fills a ClusterRole that has an `aggregationRule` with the rules of the roles
 * that it selects, those of roles that are aggregated themselves among them, as
 * the controller does. Understands `matchLabels`.
 */
export function aggregateRules(role: Manifest, context: LiveContext): Manifest {
  if (!role.aggregationRule) {
    return role;
  }
  return { ...role, rules: rulesOf(role, context, new Set()) };
}

function rulesOf(
  role: Manifest,
  context: LiveContext,
  seen: Set<string>,
): JsonObject[] {
  const rule = role.aggregationRule as AggregationRule | undefined;
  if (!rule) {
    return (role.rules ?? []) as JsonObject[];
  }
  if (seen.has(role.metadata.name)) {
    return [];
  }
  seen.add(role.metadata.name);
  return context.clusterRoles
    .filter(source => source.name !== role.metadata.name)
    .filter(source => isSelected(source, rule))
    .flatMap(source => rulesOf(source.read(), context, seen));
}

function isSelected(
  { labels }: ManifestSource,
  { clusterRoleSelectors = [] }: AggregationRule,
): boolean {
  return clusterRoleSelectors.some(({ matchLabels = {} }) =>
    Object.entries(matchLabels).every(([key, value]) => labels[key] === value),
  );
}
