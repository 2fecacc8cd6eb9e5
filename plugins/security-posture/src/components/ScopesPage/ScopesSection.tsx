import { Button, SearchField, Text } from '@backstage/ui';
import { RiSearchLine } from '@remixicon/react';
import type { HierarchyResponse } from 'backstage-plugin-security-posture-common';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { EmptyState } from '../EmptyState';
import { useDelayedText } from '../EntityList/useDelayedText';
import { Pager } from '../Pager';
import { TabSection } from '../TabSection';
import { ScopesTable } from './ScopesTable';
import { PAGE_SIZE, ScopesState } from './useScopesState';
import styles from './ScopesPage.module.css';

/** Props of {@link ScopesSection}. */
export interface ScopesSectionProps {
  state: ScopesState;
  answer: HierarchyResponse;
  outdated: boolean;
}

/** The table of teams, systems or domains, with its search and its pages. */
export function ScopesSection(props: ScopesSectionProps) {
  const { state, answer, outdated } = props;
  const { t } = usePostureTranslation();
  const paged = !answer.whole && (answer.nextCursor || state.pages.page > 0);
  return (
    <TabSection
      title={t(`scopes.title.${state.kind}`)}
      actions={<Search state={state} />}
      flush
    >
      {answer.items.length === 0 ? (
        <NothingFound state={state} />
      ) : (
        <ScopesTable state={state} answer={answer} outdated={outdated} />
      )}
      {paged && (
        <div className={styles.beneath}>
          <Pager
            answer={answer}
            pages={state.pages}
            pageSize={PAGE_SIZE}
            outdated={outdated}
          />
        </div>
      )}
      {answer.verdict && (
        <Text
          as="p"
          variant="body-small"
          color="secondary"
          className={styles.beneath}
        >
          {t('scopes.footer.services', {
            count: answer.verdict.entities,
            judged: String(answer.verdict.judged),
          })}{' '}
          {t(`scopes.footer.${state.kind}`)}
        </Text>
      )}
    </TabSection>
  );
}

function Search({ state }: { state: ScopesState }) {
  const { t } = usePostureTranslation();
  const [text, setText] = useDelayedText(state.search, search =>
    state.change({ search }),
  );
  return (
    <div role="search" className={styles.search}>
      <SearchField
        size="small"
        aria-label={t(`scopes.search.${state.kind}`)}
        placeholder={t(`scopes.kind.${state.kind}`)}
        value={text}
        onChange={setText}
      />
    </div>
  );
}

function NothingFound({ state }: { state: ScopesState }) {
  const { t } = usePostureTranslation();
  return (
    <div className={styles.beneath}>
      <EmptyState
        icon={RiSearchLine}
        title={t('scopes.empty.filtered.title')}
        actions={
          <Button
            variant="secondary"
            onPress={() => state.change({ search: '' })}
          >
            {t('scopes.empty.filtered.reset')}
          </Button>
        }
      >
        {t('scopes.empty.filtered.description')}
      </EmptyState>
    </div>
  );
}
