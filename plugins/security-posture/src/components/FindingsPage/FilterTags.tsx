import { Button, Tag, TagGroup } from '@backstage/ui';
import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import {
  daysOf,
  ExplorerFilterName,
  ExplorerFilters,
  NO_EXPLORER_FILTERS,
} from '../../model/explorerFilters';
import {
  PostureTranslate,
  usePostureTranslation,
} from '../../translation/usePostureTranslation';
import { ExplorerPageState } from './useExplorerState';
import styles from './FindingsPage.module.css';

interface FilterTag {
  id: string;
  name: ExplorerFilterName;
  value: string;
}

/** What the list is filtered by; each of it can be taken away. */
export function FilterTags({ state }: { state: ExplorerPageState }) {
  const { t } = usePostureTranslation();
  const tags = tagsOf(state.filters);
  if (tags.length === 0) return null;
  const isRefused = (tag: FilterTag) =>
    state.refused.some(
      ({ name, value }) => name === tag.name && value === tag.value,
    );
  const remove = (keys: Iterable<unknown>) => {
    const removed = new Set(keys);
    for (const tag of tags)
      if (removed.has(tag.id)) state.change(without(state.filters, tag));
  };
  return (
    <div className={styles.tags}>
      <TagGroup
        aria-label={t('findings.filters.set')}
        items={tags}
        onRemove={remove}
      >
        {(tag: FilterTag) => (
          <Tag id={tag.id} size="small" textValue={`${tag.name} ${tag.value}`}>
            {t('findings.filters.tag', {
              filter: t(`findings.filters.${tag.name}`),
              value: isRefused(tag) ? tag.value : wordsOf(tag, t),
            })}
          </Tag>
        )}
      </TagGroup>
      {tags.length > 1 && (
        <Button size="small" variant="tertiary" onPress={state.reset}>
          {t('findings.filters.reset')}
        </Button>
      )}
    </div>
  );
}

function tagsOf(filters: ExplorerFilters): FilterTag[] {
  const names = Object.keys(NO_EXPLORER_FILTERS) as ExplorerFilterName[];
  return names.flatMap(name =>
    [filters[name]]
      .flat()
      .filter(value => value !== '')
      .map(value => ({ id: `${name} ${value}`, name, value })),
  );
}

function without(
  filters: ExplorerFilters,
  { name, value }: FilterTag,
): Partial<ExplorerFilters> {
  const before = filters[name];
  return {
    [name]:
      typeof before === 'string' ? '' : before.filter(one => one !== value),
  };
}

/** A value in the user's language, where it is a word of ours. */
function wordsOf({ name, value }: FilterTag, t: PostureTranslate) {
  switch (name) {
    case 'severity':
      return t(`shared.severity.${value}` as 'shared.severity.high');
    case 'state':
      return t(`shared.state.${value}` as 'shared.state.stale');
    case 'category':
      return t(`findings.category.${value}` as 'findings.category.rbac');
    case 'framework':
      return t(`shared.framework.${value}` as 'shared.framework.cis');
    case 'production':
      return t(`findings.production.${value}` as 'findings.production.true');
    case 'owner':
    case 'system':
    case 'entity':
      return <EntityDisplayName entityRef={value} hideIcon disableTooltip />;
    case 'since': {
      const count = daysOf(value);
      return count === undefined
        ? value
        : t('findings.filters.lastDays', { count });
    }
    default:
      return value;
  }
}
