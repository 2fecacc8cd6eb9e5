import { componentName, domainName, groupName, systemName } from './names';
import { Random } from './Random';
import { ClusterSize, clusterSizes, domainSize, systemSize } from './sizes';

/** A catalog entity, as Backstage reads it from YAML. */
export interface CatalogEntity {
  apiVersion: 'backstage.io/v1alpha1';
  kind: 'Component' | 'Group' | 'System' | 'Domain';
  metadata: { name: string; annotations?: Record<string, string> };
  spec: Record<string, unknown>;
}

const types = { service: 70, website: 10, job: 20 };
const lifecycles = { production: 75, experimental: 20, deprecated: 5 };

/**
 * The catalog that matches the generated clusters of a size: its groups, systems
 * and domains, and every component with the annotation that finds its workloads.
 */
export function generateCatalogEntities(
  size: ClusterSize,
  seed: number,
): CatalogEntity[] {
  const { entities, groups } = clusterSizes[size];
  const systems = Math.ceil(entities / systemSize);
  const domains = Math.ceil(systems / domainSize);
  return [
    ...times(groups, index => group(groupName(index))),
    ...times(domains, index => domain(index, groups)),
    ...times(systems, index => system(index, groups)),
    ...times(entities, index => component(index, groups, `${size}/${seed}`)),
  ];
}

function times<T>(length: number, make: (index: number) => T): T[] {
  return Array.from({ length }, (_, index) => make(index));
}

function entity(
  kind: CatalogEntity['kind'],
  metadata: CatalogEntity['metadata'],
  spec: CatalogEntity['spec'],
): CatalogEntity {
  return { apiVersion: 'backstage.io/v1alpha1', kind, metadata, spec };
}

function group(name: string): CatalogEntity {
  return entity('Group', { name }, { type: 'team', children: [] });
}

function domain(index: number, groups: number): CatalogEntity {
  const name = domainName(index * domainSize);
  return entity('Domain', { name }, { owner: ownerOf(index, groups) });
}

function system(index: number, groups: number): CatalogEntity {
  const name = systemName(index * systemSize);
  return entity(
    'System',
    { name },
    { owner: ownerOf(index, groups), domain: domainName(index) },
  );
}

function component(index: number, groups: number, seed: string): CatalogEntity {
  const name = componentName(index);
  const random = new Random(`${seed}/entity/${name}`);
  return entity(
    'Component',
    { name, annotations: annotationsOf(index, random) },
    {
      type: random.weighted(types),
      lifecycle: random.weighted(lifecycles),
      owner: ownerOf(Math.floor(index / systemSize), groups),
      system: systemName(index),
    },
  );
}

function annotationsOf(index: number, random: Random): Record<string, string> {
  const name = componentName(index);
  const by = random.weighted({ id: 80, namespace: 10, selector: 10 });
  if (by === 'selector') {
    return {
      'backstage.io/kubernetes-label-selector': `app.kubernetes.io/name=${name}`,
    };
  }
  return {
    'backstage.io/kubernetes-id': name,
    ...(by === 'namespace' && {
      'backstage.io/kubernetes-namespace': systemName(index),
    }),
  };
}

function ownerOf(index: number, groups: number): string {
  return `group:default/${groupName(index % groups)}`;
}
