import type { UnownedWorkload } from 'backstage-plugin-security-posture-common';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { CodeBlock } from '../CodeBlock';
import { CopyButton } from '../CopyButton';
import { scopeName } from '../ScopeName';
import { claimOf } from './claimOf';
import styles from './CoveragePage.module.css';

/** The lines that make a workload one of a service, ready to be copied. */
export function ClaimSnippets({ workload }: { workload: UnownedWorkload }) {
  const { t } = usePostureTranslation();
  const { suggestedOwner } = workload;
  const { catalog, workload: manifest } = claimOf(workload);
  const title = suggestedOwner?.ref.startsWith('component:')
    ? t('coverage.unowned.claim.of', { name: scopeName(suggestedOwner.ref) })
    : t('coverage.unowned.claim.service');
  return (
    <div className={styles.claim}>
      <Snippet title={title} lines={catalog} />
      {manifest ? (
        <Snippet
          title={t('coverage.unowned.claim.workload')}
          lines={manifest}
        />
      ) : (
        <p className={styles.second}>{t('coverage.unowned.claim.labelled')}</p>
      )}
    </div>
  );
}

function Snippet({ title, lines }: { title: string; lines: string[] }) {
  return (
    <div className={styles.snippet}>
      <div className={styles.snippetHead}>
        <span>{title}</span>
        <CopyButton text={lines.join('\n')} />
      </div>
      <CodeBlock label={title} lines={lines.map(text => ({ text }))} />
    </div>
  );
}
