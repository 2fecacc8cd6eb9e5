import { useApi } from '@backstage/core-plugin-api';
import { securityPostureApiRef } from '../../api';
import { ComparisonPanel } from '../Comparison';
import { entityEventLinks, TabLink } from './entityEventLinks';

/** Props of {@link EntityComparison}. */
export interface EntityComparisonProps {
  entityRef: string;
  /** What people call the entity. */
  entity: string;
  link: TabLink;
  /** The days as the address has them; empty where none are compared. */
  value: string;
  onChange: (value: string) => void;
}

/** Two days of the entity, side by side in a panel. */
export function EntityComparison(props: EntityComparisonProps) {
  const { entityRef, entity, link, value, onChange } = props;
  const api = useApi(securityPostureApiRef);
  return (
    <ComparisonPanel
      subject={entity}
      id={entityRef}
      value={value}
      onChange={onChange}
      load={query => api.getEntityChanges(entityRef, query)}
      exportOf={{ scope: 'entity', ref: entityRef }}
      links={entityEventLinks(link)}
    />
  );
}
