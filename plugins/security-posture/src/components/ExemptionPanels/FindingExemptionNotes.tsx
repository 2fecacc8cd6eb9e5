import { Button } from '@backstage/ui';
import type { FindingView } from 'backstage-plugin-security-posture-common';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { ExemptionStanding } from '../ExemptionStanding';
import { useExemptionPanels } from './exemptionContext';
import styles from './ExemptionPanels.module.css';
import { RequestExemptionButton } from './RequestExemptionButton';

/** The exemption of a finding with how it stands, and the way to ask for one. */
export function FindingExemptionNotes({ finding }: { finding: FindingView }) {
  const { t } = usePostureTranslation();
  const panels = useExemptionPanels();
  const { exemption } = finding;
  if (!exemption) {
    return isExemptable(finding) ? <Ask finding={finding} /> : null;
  }
  const over = exemption.state === 'denied' || exemption.state === 'expired';
  return (
    <div className={styles.note}>
      <ExemptionStanding
        exemption={exemption}
        actions={
          panels && (
            <>
              {over && isExemptable(finding) && panels.request && (
                <Button
                  size="small"
                  variant="secondary"
                  onPress={() => panels.request?.(finding.key)}
                >
                  {t('exemptions.action.again')}
                </Button>
              )}
              <Button
                size="small"
                variant="secondary"
                onPress={() => panels.open(exemption.id)}
              >
                {t('exemptions.action.open')}
              </Button>
            </>
          )
        }
      />
    </div>
  );
}

function Ask({ finding }: { finding: FindingView }) {
  const { t } = usePostureTranslation();
  const panels = useExemptionPanels();
  if (!panels) return null;
  return panels.request ? (
    <div>
      <RequestExemptionButton findingKey={finding.key} />
    </div>
  ) : (
    <p className={styles.aside}>{t('exemptions.action.notYours')}</p>
  );
}

/** What is not failing, counts for nothing, or ends with another cannot be exempted by itself. */
function isExemptable({
  outcome,
  severity,
  consequenceOf,
  closedAt,
}: FindingView): boolean {
  return (
    outcome === 'fail' && severity !== 'info' && !consequenceOf && !closedAt
  );
}
