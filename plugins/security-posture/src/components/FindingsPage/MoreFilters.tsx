import { Button, TextField } from '@backstage/ui';
import { useClusterChoices } from '../../api';
import { CatalogChoice, useCatalogChoices } from '../../api/useCatalogChoices';
import {
  CATEGORIES,
  ExplorerFilterName,
  FRAMEWORK_IDS,
} from '../../model/explorerFilters';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { SidePanel } from '../SidePanel';
import { Choice, ChoiceField } from '../ChoiceField';
import { ExplorerPageState } from './useExplorerState';
import styles from './FindingsPage.module.css';

/** Props of {@link MoreFilters}. */
export interface MoreFiltersProps {
  state: ExplorerPageState;
  onClose: () => void;
}

/** The filters that are asked for less often. What they can be is asked for when they are opened. */
export function MoreFilters({ state, onClose }: MoreFiltersProps) {
  const { t } = usePostureTranslation();
  return (
    <SidePanel
      title={t('findings.filters.moreTitle')}
      onClose={onClose}
      footer={
        <>
          <Button variant="tertiary" onPress={state.reset}>
            {t('findings.filters.reset')}
          </Button>
          <Button variant="primary" onPress={onClose}>
            {t('findings.filters.done')}
          </Button>
        </>
      }
    >
      <div className={styles.fields}>
        <ControlFields state={state} />
        <PlaceFields state={state} />
        <OwnerFields state={state} />
      </div>
    </SidePanel>
  );
}

interface FieldsProps {
  state: ExplorerPageState;
}

function ControlFields({ state: { filters, change } }: FieldsProps) {
  const { t } = usePostureTranslation();
  return (
    <>
      <ChoiceField
        label={t('findings.filters.category')}
        value={filters.category}
        onChange={category => change({ category })}
        options={CATEGORIES.map(id => ({
          id,
          label: t(`findings.category.${id}`),
        }))}
      />
      <ChoiceField
        label={t('findings.filters.framework')}
        value={filters.framework}
        onChange={framework => change({ framework })}
        options={FRAMEWORK_IDS.map(id => ({
          id,
          label: t(`shared.framework.${id}`),
        }))}
      />
      <ListField
        name="control"
        filters={filters}
        change={change}
        hint={t('findings.filters.controlHint')}
      />
    </>
  );
}

function PlaceFields({ state: { filters, change } }: FieldsProps) {
  const { t } = usePostureTranslation();
  const { data } = useClusterChoices();
  const clusters = (data?.items ?? []).map(({ name, title = name }) => ({
    id: name,
    label: title,
  }));
  return (
    <>
      {clusters.length > 0 ? (
        <ChoiceField
          label={t('findings.filters.cluster')}
          value={filters.cluster.join(',')}
          onChange={cluster => change({ cluster: cluster ? [cluster] : [] })}
          options={clusters}
        />
      ) : (
        <ListField name="cluster" filters={filters} change={change} />
      )}
      <ChoiceField
        label={t('findings.filters.production')}
        value={filters.production}
        onChange={production => change({ production })}
        options={(['true', 'false'] as const).map(id => ({
          id,
          label: t(`findings.production.${id}`),
        }))}
      />
      <TextField
        size="small"
        label={t('findings.filters.namespace')}
        value={filters.namespace}
        onChange={namespace => change({ namespace })}
      />
    </>
  );
}

function OwnerFields({ state: { filters, change } }: FieldsProps) {
  const { t } = usePostureTranslation();
  const fields = [
    ['owner', useCatalogChoices('group')],
    ['system', useCatalogChoices('system', 'domain')],
    ['entity', useCatalogChoices('component', 'resource')],
  ] as const;
  return (
    <>
      {fields.map(([name, choices]) => (
        <ChoiceField
          key={name}
          label={t(`findings.filters.${name}`)}
          value={filters[name]}
          onChange={ref => change({ [name]: ref })}
          options={choices.map(toOption)}
          searched
        />
      ))}
    </>
  );
}

function toOption({ ref, title }: CatalogChoice): Choice {
  return { id: ref, label: title };
}

interface ListFieldProps extends Pick<ExplorerPageState, 'filters' | 'change'> {
  name: Extract<ExplorerFilterName, 'control' | 'cluster'>;
  hint?: string;
}

/** Names, one after the other with commas between them. */
function ListField({ name, hint, filters, change }: ListFieldProps) {
  const { t } = usePostureTranslation();
  return (
    <TextField
      size="small"
      label={t(`findings.filters.${name}`)}
      description={hint}
      value={filters[name].join(',')}
      onChange={text => change({ [name]: text.split(',') })}
    />
  );
}
