import type { ControlStandingDetails } from 'backstage-plugin-security-posture-common';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { PatchForms } from '../PatchTabs';
import { Prose } from '../Prose';
import { TabSection } from '../TabSection';
import { YamlBlock } from '../YamlBlock';
import styles from './ControlPage.module.css';

/** How to meet a control: in words, and what fixes one of its examples. */
export function FixSection({ details }: { details: ControlStandingDetails }) {
  const { control, exampleFix } = details;
  const { t } = usePostureTranslation();
  const example = String((exampleFix?.example ?? 0) + 1);
  return (
    <TabSection title={t('control.fix.title')}>
      <div className={styles.prose}>
        <Prose>{control.fix}</Prose>
      </div>
      {exampleFix?.patch && (
        <>
          <p className={styles.second}>{t('control.fix.patch', { example })}</p>
          <PatchForms
            patch={{
              resource: { cluster: '', ...exampleFix.patch },
              strategicMerge: exampleFix.patch.strategicMerge,
            }}
          />
        </>
      )}
      {exampleFix?.manifests && (
        <>
          <p className={styles.second}>
            {t('control.fix.manifests', { example })}
          </p>
          <YamlBlock
            label={t('control.fix.manifestsLabel')}
            yaml={exampleFix.manifests}
          />
        </>
      )}
    </TabSection>
  );
}
