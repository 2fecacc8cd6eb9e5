import { Card } from '@backstage/ui';
import { useEntityPosturePage } from '../../api/useEntityPosturePage';
import { useUrlState } from '../../routing';
import { FailureNotice, FailureState } from '../FailureState';
import { FINDINGS_DEFAULTS } from '../Findings/findingsState';
import { PostureRoot } from '../PostureRoot';
import { EmptyTab } from './EmptyTab';
import styles from './EntityPostureTab.module.css';
import { JudgedTab } from './JudgedTab';
import { TabSkeleton } from './TabSkeleton';

/** The Security posture tab of the entity in context. */
export function EntityPostureTab() {
  return (
    <PostureRoot>
      <div className={styles.tab}>
        <TabContent />
      </div>
    </PostureRoot>
  );
}

function TabContent() {
  const page = useEntityPosturePage();
  const [state, change] = useUrlState(FINDINGS_DEFAULTS);
  const { data: posture, failure, refresh } = page.posture;
  if (!posture) {
    return failure ? (
      <Card className={styles.section}>
        <FailureState failure={failure} onRetry={refresh} titleAs="h2" />
      </Card>
    ) : (
      <TabSkeleton />
    );
  }
  return (
    <>
      {failure && <FailureNotice failure={failure} onRetry={refresh} />}
      {posture.state === 'judged' ? (
        <JudgedTab
          posture={posture}
          scan={page.scan}
          state={state}
          onChange={change}
          linkTo={key =>
            new URL(page.link({ finding: key }), window.location.origin).href
          }
        />
      ) : (
        <EmptyTab
          posture={posture}
          state={posture.state}
          entity={page.entityName}
          scan={page.scan}
        />
      )}
    </>
  );
}
