import { Fragment } from 'react';
import { VisuallyHidden } from '@backstage/ui';
import type { FindingView } from 'backstage-plugin-security-posture-common';
import { subjectName } from '../../model/subjectName';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { fieldOfWhole } from '../EvidenceExcerpt';
import styles from './FindingPlaces.module.css';

/** Props of {@link FindingPlaces}. */
export interface FindingPlacesProps {
  findings: readonly FindingView[];
  /** Key of the finding whose evidence is shown. */
  selected: string;
  toldBy: 'control' | 'subject';
  onSelect: (key: string) => void;
}

type Violation = FindingView['violations'][number];

/** Every place that a group of findings is about, with path, actual and expected value. */
export function FindingPlaces(props: FindingPlacesProps) {
  const { findings, selected, toldBy, onSelect } = props;
  const { t } = usePostureTranslation();
  return (
    <table className={styles.table}>
      <caption>
        <VisuallyHidden>{t('tab.finding.places')}</VisuallyHidden>
      </caption>
      <thead>
        <tr>
          <th scope="col">
            {t(
              toldBy === 'subject'
                ? 'tab.finding.subject'
                : 'tab.findings.control',
            )}
          </th>
          <th scope="col">{t('tab.finding.cluster')}</th>
          <th scope="col">{t('tab.finding.container')}</th>
          <th scope="col">{t('tab.finding.actual')}</th>
          <th scope="col">{t('tab.finding.expected')}</th>
          <th scope="col">{t('tab.finding.path')}</th>
        </tr>
      </thead>
      <tbody>
        {findings.map(finding => (
          <Fragment key={finding.key}>
            {placesOf(finding).map((violation, index) => (
              <tr
                key={index}
                aria-current={finding.key === selected ? 'true' : undefined}
              >
                <th scope="row">
                  <FindingName
                    finding={finding}
                    toldBy={toldBy}
                    onSelect={findings.length > 1 ? onSelect : undefined}
                  />
                </th>
                <td
                  data-label={t('tab.finding.cluster')}
                  className={styles.cluster}
                >
                  {finding.resource.cluster}
                </td>
                <Place violation={violation} />
              </tr>
            ))}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

/** A finding that could not be judged has no place; it keeps its row. */
function placesOf({ violations }: FindingView): (Violation | undefined)[] {
  return violations.length > 0 ? [...violations] : [undefined];
}

function FindingName({
  finding,
  toldBy,
  onSelect,
}: {
  finding: FindingView;
  toldBy: 'control' | 'subject';
  onSelect?: (key: string) => void;
}) {
  const name =
    toldBy === 'subject' ? subjectName(finding.resource) : finding.title;
  if (!onSelect) return <span>{name}</span>;
  return (
    <button
      type="button"
      className={styles.select}
      onClick={() => onSelect(finding.key)}
    >
      {name}
    </button>
  );
}

function Place({ violation }: { violation: Violation | undefined }) {
  const { t } = usePostureTranslation();
  const unset = <span className={styles.unset}>{t('tab.finding.notSet')}</span>;
  if (!violation) return <td colSpan={4}>–</td>;
  return (
    <>
      <td data-label={t('tab.finding.container')}>
        {violation.container ?? '–'}
      </td>
      <td data-label={t('tab.finding.actual')} className={styles.value}>
        {violation.actual === undefined ? unset : textOf(violation.actual)}
      </td>
      <td data-label={t('tab.finding.expected')} className={styles.value}>
        {violation.expected === undefined ? '–' : textOf(violation.expected)}
      </td>
      <td data-label={t('tab.finding.path')} className={styles.path}>
        {placeWords(violation)}
      </td>
    </>
  );
}

/** The path, and of an object that fails as a whole, what of it. */
function placeWords(violation: Violation): string {
  const words = [violation.path, fieldOfWhole(violation)].filter(Boolean);
  return words.join(' ') || '–';
}

function textOf(value: NonNullable<Violation['actual']>): string {
  return typeof value === 'object' ? value.join(', ') || '[]' : String(value);
}
