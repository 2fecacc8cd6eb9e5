import useSWR from 'swr';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';

/** Something of the catalog that can be chosen. */
export interface CatalogChoice {
  /** Full ref. */
  ref: string;
  title: string;
}

/** The entities of some kinds that the catalog shows the user, by title; none while they are asked for, or where that fails. */
export function useCatalogChoices(
  ...kinds: readonly string[]
): readonly CatalogChoice[] {
  const catalog = useApi(catalogApiRef);
  const { data } = useSWR(
    ['security-posture', 'catalog-choices', kinds],
    async () => {
      const { items } = await catalog.getEntities({
        filter: { kind: [...kinds] },
        fields: [
          'kind',
          'metadata.namespace',
          'metadata.name',
          'metadata.title',
          'spec.profile.displayName',
        ],
      });
      return items.map(toChoice).sort(byTitle);
    },
    { revalidateOnFocus: false },
  );
  return data ?? [];
}

function toChoice(entity: Entity): CatalogChoice {
  const profile = entity.spec?.profile as { displayName?: string } | undefined;
  const { title, name } = entity.metadata;
  return {
    ref: stringifyEntityRef(entity),
    title: title ?? profile?.displayName ?? name,
  };
}

function byTitle(left: CatalogChoice, right: CatalogChoice): number {
  return left.title.localeCompare(right.title);
}
