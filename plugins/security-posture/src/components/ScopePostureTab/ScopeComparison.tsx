import { parseEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import type { ScopeKind } from 'backstage-plugin-security-posture-common';
import { securityPostureApiRef } from '../../api';
import { useMountedBoardLink } from '../../routing';
import { ComparisonPanel } from '../Comparison';

/** Props of {@link ScopeComparison}. */
export interface ScopeComparisonProps {
  scopeRef: string;
  /** What people call it. */
  name: string;
  /** The days as the address has them; empty where none are compared. */
  value: string;
  onChange: (value: string) => void;
}

/** Two days of a group, system or domain, side by side in a panel. */
export function ScopeComparison(props: ScopeComparisonProps) {
  const { scopeRef, name, value, onChange } = props;
  const api = useApi(securityPostureApiRef);
  const boardLink = useMountedBoardLink();
  const scope = parseEntityRef(scopeRef).kind as ScopeKind;
  return (
    <ComparisonPanel
      subject={name}
      id={scopeRef}
      value={value}
      onChange={onChange}
      load={query => api.getScopeChanges(scopeRef, query)}
      exportOf={{ scope, ref: scopeRef }}
      links={
        boardLink
          ? {
              finding: key =>
                boardLink('findings', { query: { finding: key } }),
            }
          : {}
      }
    />
  );
}
