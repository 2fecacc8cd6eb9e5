import type { FindingView } from 'backstage-plugin-security-posture-common';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import styles from './FrameworkReferences.module.css';

type References = FindingView['frameworks'];

/** The frameworks that ask for a control, each with its sections. */
export function FrameworkReferences({
  references,
}: {
  references: References;
}) {
  const { t } = usePostureTranslation();
  return (
    <ul className={styles.list}>
      {Object.entries(references).map(([framework, sections]) => (
        <li key={framework}>
          {t(`shared.framework.${framework as keyof References}`)}{' '}
          <span className={styles.sections}>{sectionsOf(sections)}</span>
        </li>
      ))}
    </ul>
  );
}

/** CIS numbers move between editions, so each names its edition: "1.12: 5.2.2". */
function sectionsOf(sections: References[keyof References]): string {
  if (sections === undefined) return '';
  if (Array.isArray(sections)) return sections.join(', ');
  return Object.entries(sections)
    .map(([edition, numbers]) => `${edition}: ${numbers.join(', ')}`)
    .join('; ');
}
