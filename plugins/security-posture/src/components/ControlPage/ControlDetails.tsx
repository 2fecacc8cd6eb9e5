import { ReactNode } from 'react';
import type { ControlStandingDetails } from 'backstage-plugin-security-posture-common';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { Prose } from '../Prose';
import { TabSection } from '../TabSection';
import { AskedForSection } from './AskedForSection';
import { ControlGaps } from './ControlGaps';
import { ExamplesSection } from './ExamplesSection';
import { FailingClusters } from './FailingClusters';
import { FixSection } from './FixSection';
import { StandingSection } from './StandingSection';
import styles from './ControlPage.module.css';

/** Props of {@link ControlDetails}. */
export interface ControlDetailsProps {
  details: ControlStandingDetails;
  /** The services that fail it. */
  failing: ReactNode;
}

/** The page of a control that there is, from how it stands to what it rests on. */
export function ControlDetails({ details, failing }: ControlDetailsProps) {
  const { control, clusters, gaps = [] } = details;
  const { t } = usePostureTranslation();
  return (
    <>
      <StandingSection details={details} />
      {failing}
      {clusters && <FailingClusters clusters={clusters} />}
      <FixSection details={details} />
      <TabSection title={t('control.judged.title')}>
        <div className={styles.prose}>
          <Prose>{control.reads}</Prose>
        </div>
        {control.notes && (
          <div className={styles.prose}>
            <h3 className={styles.heading}>{t('control.judged.notes')}</h3>
            <Prose>{control.notes}</Prose>
          </div>
        )}
      </TabSection>
      <ExamplesSection examples={control.examples} />
      {gaps.length > 0 && <ControlGaps gaps={gaps} />}
      <AskedForSection details={details} />
    </>
  );
}
