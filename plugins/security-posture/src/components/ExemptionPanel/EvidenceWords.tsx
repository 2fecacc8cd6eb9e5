import type { ExemptionDetails } from 'backstage-plugin-security-posture-common';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import styles from './ExemptionPanel.module.css';

type Places = NonNullable<ExemptionDetails['evidence']>;

/** What the exempted finding shows now, and what it showed before where that changed. Wider scopes have no evidence of their own. */
export function EvidenceWords({ exemption }: { exemption: ExemptionDetails }) {
  const { t } = usePostureTranslation();
  const { scope, evidence, evidenceBefore } = exemption;
  if (scope !== 'finding') return null;
  return (
    <>
      <dt>{t('exemptions.panel.evidence')}</dt>
      <dd>
        {evidence ? (
          <PlaceList places={evidence} />
        ) : (
          t('exemptions.panel.evidenceNone')
        )}
      </dd>
      {evidenceBefore && (
        <>
          <dt>{t('exemptions.panel.evidenceBefore')}</dt>
          <dd>
            <PlaceList places={evidenceBefore} />
          </dd>
        </>
      )}
    </>
  );
}

function PlaceList({ places }: { places: Places }) {
  const { t } = usePostureTranslation();
  return (
    <ul className={styles.places}>
      {places.map(({ path, field, actual, message }) => (
        <li key={path + field + message}>
          {field ? (
            <code>
              {field}:{' '}
              {actual === undefined ? t('shared.code.notSet') : textOf(actual)}
            </code>
          ) : (
            message
          )}
        </li>
      ))}
    </ul>
  );
}

function textOf(value: NonNullable<Places[number]['actual']>): string {
  return Array.isArray(value) ? `[${value.join(', ')}]` : String(value);
}
