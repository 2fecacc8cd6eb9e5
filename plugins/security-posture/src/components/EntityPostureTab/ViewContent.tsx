import { ReactNode } from 'react';
import type { EntityPosture } from 'backstage-plugin-security-posture-common';
import { writeComparedDays } from '../Comparison';
import { EntityAccess } from '../EntityAccess';
import { EntityExemptions } from '../EntityExemptions';
import { EntityExposure } from '../EntityExposure';
import { EntityHistory } from '../EntityHistory';
import { EntityWorkloads } from '../EntityWorkloads';
import { entityEventLinks } from './entityEventLinks';
import styles from './EntityPostureTab.module.css';
import { FindingsView } from './FindingsView';
import type { JudgedTabProps } from './JudgedTab';
import type { EntityView } from './viewState';

/** Props of {@link ViewContent}. */
export interface ViewContentProps {
  view: EntityView;
  tab: JudgedTabProps;
}

/** The view of an entity that is open. All but the findings ask for one answer of their own. */
export function ViewContent({ view, tab }: ViewContentProps) {
  if (view === 'findings') return <FindingsView {...tab} />;
  if (view === 'history') return <History tab={tab} />;
  return <div className={styles.view}>{drawView(view, tab.posture)}</div>;
}

function drawView(
  view: Exclude<EntityView, 'findings' | 'history'>,
  posture: EntityPosture,
): ReactNode {
  const { entityRef } = posture;
  switch (view) {
    case 'exemptions':
      return <EntityExemptions posture={posture} />;
    case 'workloads':
      return <EntityWorkloads entityRef={entityRef} />;
    case 'exposure':
      return <EntityExposure entityRef={entityRef} />;
    default:
      return <EntityAccess entityRef={entityRef} />;
  }
}

function History({ tab }: { tab: JudgedTabProps }) {
  const { posture, state, onChange, link } = tab;
  return (
    <EntityHistory
      entityRef={posture.entityRef}
      days={state.days}
      onDays={days => onChange({ days })}
      links={entityEventLinks(link)}
      compareLink={(from, to) =>
        link({ view: 'history', compare: writeComparedDays({ from, to }) })
      }
    />
  );
}
