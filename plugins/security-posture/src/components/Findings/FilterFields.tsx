import { Select } from '@backstage/ui';
import type { FindingView } from 'backstage-plugin-security-posture-common';
import {
  FINDING_STATES,
  FindingFilters,
  OPENED_WITHIN,
} from '../../model/filterFindings';
import { distinct } from '../../model/groupFindings';
import { SEVERITIES } from '../../model/severities';
import { subjectId, subjectName } from '../../model/subjectName';
import {
  PostureTranslate,
  usePostureTranslation,
} from '../../translation/usePostureTranslation';
import { ChangeFindings } from './findingsState';
import styles from './Findings.module.css';

/** A filter with choices. */
export type FilterName = Exclude<keyof FindingFilters, 'search'>;

/** Filters that are used most; they stand beside the list. */
export const FIRST_FILTERS: readonly FilterName[] = [
  'state',
  'severity',
  'cluster',
];

/** The other filters. */
export const MORE_FILTERS: readonly FilterName[] = [
  'subject',
  'container',
  'category',
  'framework',
  'opened',
];

/** Props of {@link FilterFields}. */
export interface FilterFieldsProps {
  names: readonly FilterName[];
  findings: readonly FindingView[];
  filters: FindingFilters;
  onChange: ChangeFindings;
}

interface Choice {
  id: string;
  label: string;
}

/** Stands for no filter: a choice must have an id. */
const ALL = 'all';

/** A field for each of these filters, with the choices that the findings give. */
export function FilterFields(props: FilterFieldsProps) {
  const { names, findings, filters, onChange } = props;
  const { t } = usePostureTranslation();
  const choices = choicesOf(findings, t);
  return (
    <>
      {names.map(name => (
        <Select
          key={name}
          className={styles.field}
          size="small"
          label={t(`tab.filters.${name}`)}
          value={filters[name] || ALL}
          onChange={key => onChange({ [name]: key === ALL ? '' : String(key) })}
          options={[
            { id: ALL, label: t('tab.filters.all') },
            ...withChosen(choices[name], filters[name]),
          ]}
        />
      ))}
    </>
  );
}

function choicesOf(
  findings: readonly FindingView[],
  t: PostureTranslate,
): Record<FilterName, Choice[]> {
  return {
    state: FINDING_STATES.map(id => ({ id, label: t(`shared.state.${id}`) })),
    severity: SEVERITIES.map(id => ({
      id,
      label: t(`shared.severity.${id}`),
    })),
    cluster: distinct(findings.map(({ resource }) => resource.cluster)).map(
      id => ({ id, label: id }),
    ),
    subject: subjectChoices(findings),
    framework: frameworkChoices(findings, t),
    category: distinct(findings.map(({ category }) => category)).map(id => ({
      id,
      label: t(`tab.category.${id}`),
    })),
    container: containersOf(findings).map(id => ({ id, label: id })),
    opened: Object.keys(OPENED_WITHIN).map(id => ({
      id,
      label: t('tab.filters.lastWeek'),
    })),
  };
}

function containersOf(findings: readonly FindingView[]): string[] {
  const containers = findings.flatMap(({ violations }) =>
    violations.flatMap(({ container }) => container ?? []),
  );
  return distinct(containers).sort();
}

function subjectChoices(findings: readonly FindingView[]): Choice[] {
  const labels = new Map(
    findings.map(({ resource }) => [
      subjectId(resource),
      `${subjectName(resource)}, ${resource.cluster}`,
    ]),
  );
  return [...labels].map(([id, label]) => ({ id, label }));
}

function frameworkChoices(
  findings: readonly FindingView[],
  t: PostureTranslate,
): Choice[] {
  const frameworks = distinct(
    findings.flatMap(
      finding =>
        Object.keys(finding.frameworks) as (keyof FindingView['frameworks'])[],
    ),
  );
  return frameworks.map(id => ({ id, label: t(`shared.framework.${id}`) }));
}

/** A filter from a link stays visible where no finding matches it any more. */
function withChosen(choices: Choice[], chosen: string): Choice[] {
  const known = chosen === '' || choices.some(({ id }) => id === chosen);
  return known ? choices : [...choices, { id: chosen, label: chosen }];
}
