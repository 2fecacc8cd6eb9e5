import { Card } from '@backstage/ui';
import type { EntityPosture } from 'backstage-plugin-security-posture-common';
import { useEntityPosturePage } from '../../api/useEntityPosturePage';
import { useUrlState } from '../../routing';
import { FailureNotice, FailureState } from '../FailureState';
import { PostureRoot } from '../PostureRoot';
import { PrintedBasis, PrintedPage } from '../PrintedPage';
import { EmptyTab } from './EmptyTab';
import { EntityComparison } from './EntityComparison';
import styles from './EntityPostureTab.module.css';
import { JudgedTab } from './JudgedTab';
import { TabSkeleton } from './TabSkeleton';
import { TAB_DEFAULTS } from './viewState';

/** The Security posture tab of the entity in context. */
export function EntityPostureTab() {
  const page = useEntityPosturePage();
  const { data } = page.posture;
  return (
    <PostureRoot>
      <PrintedPage title={page.entityRef} basis={data && basisOf(data)}>
        <div className={styles.tab}>
          <TabContent page={page} />
        </div>
      </PrintedPage>
    </PostureRoot>
  );
}

function basisOf(posture: EntityPosture): PrintedBasis | undefined {
  const { state, library, score } = posture;
  return state === 'judged' ? { library, coverage: score.coverage } : undefined;
}

type Page = ReturnType<typeof useEntityPosturePage>;

function TabContent({ page }: { page: Page }) {
  const [state, change] = useUrlState(TAB_DEFAULTS);
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
          link={page.link}
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
      <EntityComparison
        entityRef={page.entityRef}
        entity={page.entityName}
        link={page.link}
        value={state.compare}
        onChange={compare => change({ compare })}
      />
    </>
  );
}
