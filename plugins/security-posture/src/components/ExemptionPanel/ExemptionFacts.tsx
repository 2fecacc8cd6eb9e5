import { Link } from '@backstage/ui';
import type { ExemptionDetails } from 'backstage-plugin-security-posture-common';
import { useEntityTabLink } from '../../routing';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { ActorName } from '../ActorName';
import { Day } from '../Day';
import { RelativeTime } from '../RelativeTime';
import { ScopeName } from '../ScopeName';
import { EvidenceWords } from './EvidenceWords';
import styles from './ExemptionPanel.module.css';
import { scopeWords } from './scopeWords';

/** What an exemption is about: who asked, for what, why, until when, and what the finding shows. */
export function ExemptionFacts({ exemption }: { exemption: ExemptionDetails }) {
  const { t } = usePostureTranslation();
  const { entityRef, compensatingControl, link, appliesTo } = exemption;
  return (
    <dl className={styles.facts}>
      <dt>{t('exemptions.panel.askedBy')}</dt>
      <dd>
        <ActorName actor={exemption.requestedBy} />,{' '}
        <RelativeTime iso={exemption.requestedAt} />
      </dd>
      {entityRef && (
        <>
          <dt>{t('exemptions.panel.service')}</dt>
          <dd>
            <ScopeName entityRef={entityRef} />
          </dd>
        </>
      )}
      <dt>{t('exemptions.panel.scope')}</dt>
      <dd>
        {scopeWords(exemption, t)} <FindingLink exemption={exemption} />
      </dd>
      <dt>{t('exemptions.panel.category')}</dt>
      <dd>{t(`exemptions.category.${exemption.category}`)}</dd>
      <dt>{t('exemptions.panel.reason')}</dt>
      <dd className={styles.said} dir="auto">
        {exemption.reason}
      </dd>
      {compensatingControl && (
        <>
          <dt>{t('exemptions.panel.protectedBy')}</dt>
          <dd className={styles.said} dir="auto">
            {compensatingControl}
          </dd>
        </>
      )}
      {link && (
        <>
          <dt>{t('exemptions.panel.link')}</dt>
          <dd>
            <Link href={link} target="_blank" rel="noopener noreferrer">
              {link}
            </Link>
          </dd>
        </>
      )}
      <dt>{t('exemptions.panel.until')}</dt>
      <dd>
        <Day day={exemption.expiresAt} withYear />
      </dd>
      <dt>{t('exemptions.panel.covers')}</dt>
      <dd>
        {appliesTo === 0
          ? t('exemptions.covers.none')
          : t('exemptions.covers.count', { count: appliesTo })}
      </dd>
      <EvidenceWords exemption={exemption} />
    </dl>
  );
}

/** The way to the finding, in the tab of its entity. */
function FindingLink({ exemption }: { exemption: ExemptionDetails }) {
  const { t } = usePostureTranslation();
  const tabLink = useEntityTabLink();
  const { entityRef, findingKey } = exemption;
  if (!entityRef || !findingKey) return null;
  return (
    <Link
      className={styles.findingLink}
      href={tabLink(entityRef, { finding: findingKey })}
    >
      {t('exemptions.panel.openFinding')}
    </Link>
  );
}
