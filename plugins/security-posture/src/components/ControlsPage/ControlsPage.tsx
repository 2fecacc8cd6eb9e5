import { Button } from '@backstage/ui';
import { RiSearchLine } from '@remixicon/react';
import type { ControlStandingsResponse } from 'backstage-plugin-security-posture-common';
import { useControlStandings } from '../../api';
import { groupControls } from '../../model/controlGroups';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { BoardFrame } from '../BoardFrame';
import { EmptyState } from '../EmptyState';
import { Loaded } from '../Loaded';
import { TabSection } from '../TabSection';
import { ControlFilterBar } from './ControlFilterBar';
import { ControlsTable } from './ControlsTable';
import { FoldedControls } from './FoldedControls';
import {
  ControlsState,
  filterControls,
  useControlsState,
} from './useControlsState';
import styles from './ControlsPage.module.css';

/** Room kept for the list until it is there. */
const SKELETON_HEIGHT = 480;

/** The groups that are folded beneath what fails, in their order. */
const FOLDED = [
  'exempted',
  'notEvaluated',
  'clean',
  'unknown',
  'optional',
] as const;

/** Every control with how it stands: what fails first, the rest folded. */
export function ControlsPage() {
  const standings = useControlStandings();
  const state = useControlsState();
  const { t } = usePostureTranslation();
  const { data } = standings;
  return (
    <BoardFrame page="controls" basis={data}>
      <TabSection
        flush
        title={data ? <Verdict answer={data} /> : t('controls.title')}
      >
        <ControlFilterBar state={state} />
        <Loaded resource={standings} height={SKELETON_HEIGHT}>
          {answer => <ControlsContent answer={answer} state={state} />}
        </Loaded>
      </TabSection>
      {data && (
        <p className={styles.foot}>
          {t('controls.library', {
            version: data.library,
            count: data.items.length,
          })}
        </p>
      )}
    </BoardFrame>
  );
}

/** How many controls fail anywhere; nothing is counted where nothing was judged. */
function Verdict({ answer }: { answer: ControlStandingsResponse }) {
  const { t } = usePostureTranslation();
  const { failing } = groupControls(answer.items, 'severity');
  const judged = answer.items.filter(({ numbers }) => numbers !== null);
  if (judged.length === 0) return <>{t('controls.nothingJudged')}</>;
  return (
    <>
      {t('controls.verdict', {
        count: judged.length,
        failing: String(failing.length),
      })}
    </>
  );
}

interface ContentProps {
  answer: ControlStandingsResponse;
  state: ControlsState;
}

function ControlsContent({ answer, state }: ContentProps) {
  const { t } = usePostureTranslation();
  const shown = filterControls(answer.items, state.filters);
  const groups = groupControls(shown, state.order);
  if (shown.length === 0) return <NothingFound state={state} />;
  const table = { state, comparedSince: answer.comparedSince };
  return (
    <>
      {answer.partial && (
        <p className={styles.partial}>{t('controls.partial')}</p>
      )}
      {groups.failing.length > 0 && (
        <ControlsTable
          {...table}
          label={t('controls.groups.failing', {
            count: groups.failing.length,
          })}
          rows={groups.failing}
        />
      )}
      {FOLDED.filter(group => groups[group].length > 0).map(group => (
        <FoldedControls
          key={group}
          {...table}
          group={group}
          rows={groups[group]}
          open={groups.failing.length === 0 && state.filtered}
        />
      ))}
    </>
  );
}

function NothingFound({ state }: { state: ControlsState }) {
  const { t } = usePostureTranslation();
  return (
    <div className={styles.state}>
      <EmptyState
        icon={RiSearchLine}
        title={t('controls.empty.title')}
        actions={
          <Button variant="secondary" onPress={state.reset}>
            {t('controls.empty.reset')}
          </Button>
        }
      >
        <p>{t('controls.empty.description')}</p>
      </EmptyState>
    </div>
  );
}
