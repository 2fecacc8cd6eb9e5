import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { SidePanel } from '../SidePanel';
import { Comparison, ComparisonProps } from './Comparison';

/** Props of {@link ComparisonPanel}. */
export interface ComparisonPanelProps extends ComparisonProps {
  /** What people call that which is compared: `payments-api`, `prod-eu`. */
  subject: string;
}

/**
 * The comparison of two days in a panel at the side, open while the address names days. A page draws it once:
 *
 * ```tsx
 * const [{ compare }, change] = useUrlState({ compare: '' });
 * <CompareButton onCompare={value => change({ compare: value })} />
 * <ComparisonPanel
 *   subject="prod-eu"
 *   id="cluster:prod-eu"
 *   value={compare}
 *   onChange={value => change({ compare: value })}
 *   load={query => api.getClusterChanges('prod-eu', query)}
 *   exportOf={{ scope: 'cluster', ref: 'prod-eu' }}
 *   links={{ finding: key => boardLink('findings', { query: { finding: key } }) }}
 * />
 * ```
 *
 * Of a group, system or domain `load` is `getScopeChanges`: then members stand in the place of the score.
 */
export function ComparisonPanel({ subject, ...rest }: ComparisonPanelProps) {
  const { t } = usePostureTranslation();
  if (rest.value === '') return null;
  return (
    <SidePanel
      title={t('trend.compare.title')}
      mark={t('trend.compare.of', { subject })}
      onClose={() => rest.onChange('')}
    >
      <Comparison {...rest} />
    </SidePanel>
  );
}
