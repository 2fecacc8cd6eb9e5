import { Button } from '@backstage/ui';
import { RiArrowRightSLine } from '@remixicon/react';
import type {
  FindingView,
  FixFirstItem,
} from 'backstage-plugin-security-posture-common';
import { subjectId, subjectName } from '../../model/subjectName';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { RequestExemptionButton } from '../ExemptionPanels';
import { Prose } from '../Prose';
import styles from './FixFirst.module.css';

/** Props of {@link FixWords}. */
export interface FixWordsProps {
  item: FixFirstItem;
  /** Findings that name the controls which the fix ends as well. */
  findings: readonly FindingView[];
  onOpenFinding: (key: string) => void;
}

/** Why to fix, where, how, and what else ends with it. */
export function FixWords({ item, findings, onOpenFinding }: FixWordsProps) {
  const { t } = usePostureTranslation();
  return (
    <div>
      <dl className={styles.words}>
        <dt>{t('tab.fixFirst.why')}</dt>
        <dd>
          <Prose>{item.why}</Prose>
        </dd>
        <dt>{t('tab.fixFirst.where')}</dt>
        <dd>
          <Places item={item} />
        </dd>
        <dt>{t('tab.fixFirst.fix')}</dt>
        <dd>
          <Prose>{item.fix}</Prose>
        </dd>
        {item.alsoEnds.length > 0 && (
          <>
            <dt>{t('tab.fixFirst.alsoEnds')}</dt>
            <dd>
              {item.alsoEnds
                .map(control => titleOf(control, findings))
                .join(', ')}
            </dd>
          </>
        )}
      </dl>
      <span className={styles.actions}>
        <RequestExemptionButton findingKey={item.findingKey} />
        <Button
          size="small"
          variant="tertiary"
          className={styles.open}
          iconEnd={<RiArrowRightSLine />}
          onPress={() => onOpenFinding(item.findingKey)}
        >
          {t('tab.fixFirst.openFinding')}
        </Button>
      </span>
    </div>
  );
}

function Places({ item }: { item: FixFirstItem }) {
  const { t } = usePostureTranslation();
  const more = item.workloadsTotal - item.workloads.length;
  return (
    <>
      <ul className={styles.places}>
        {item.workloads.map(resource => (
          <li key={subjectId(resource)}>
            {subjectName(resource)}, {resource.cluster}
          </li>
        ))}
        {more > 0 && <li>{t('tab.fixFirst.more', { count: more })}</li>}
      </ul>
      {item.place && <p className={styles.place}>{item.place.message}</p>}
    </>
  );
}

/** A control is known by the title of its finding; one whose finding is on another page, by its id. */
function titleOf(control: string, findings: readonly FindingView[]): string {
  return findings.find(each => each.control === control)?.title ?? control;
}
