import { useState } from 'react';
import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import type { EntityPosture } from 'backstage-plugin-security-posture-common';
import { filterFindings } from '../../model/filterFindings';
import { groupFindings, Grouping } from '../../model/groupFindings';
import { splitNotes } from '../../model/splitNotes';
import {
  PostureTranslate,
  usePostureTranslation,
} from '../../translation/usePostureTranslation';
import { TabSection } from '../TabSection';
import { FindingsFilters } from './FindingsFilters';
import { FindingsNotes } from './FindingsNotes';
import { FindingsTable } from './FindingsTable';
import { ChangeFindings, filtersOf, FindingsState } from './findingsState';
import { SelectedFinding } from './SelectedFinding';
import { useLoadedFindings } from './useLoadedFindings';

/** Props of {@link Findings}. */
export interface FindingsProps {
  posture: EntityPosture;
  state: FindingsState;
  onChange: ChangeFindings;
  /** Absolute address of a finding. */
  linkTo: (key: string) => string;
}

/** The open findings: filtered, grouped, and each one open to its evidence. */
export function Findings({ posture, state, onChange, linkTo }: FindingsProps) {
  const { t } = usePostureTranslation();
  const filters = filtersOf(state);
  const [wanted, setWanted] = useState(false);
  const loaded = useLoadedFindings(posture, filters, wanted);
  const grouping: Grouping = state.group === 'subject' ? 'subject' : 'control';
  const shown = filterFindings(loaded.items, filters);
  const { findings, notes } = splitNotes(shown);
  const [rows, folded] =
    filters.severity === 'info' ? [notes, []] : [findings, notes];
  const listed = shown.some(({ key }) => key === state.finding);
  return (
    <TabSection
      flush
      title={titleOf(posture, t)}
      actions={
        posture.findings.total > 0 && (
          <GroupingChoice
            grouping={grouping}
            onChange={group => onChange({ group })}
          />
        )
      }
    >
      {posture.findings.total > 0 && (
        <FindingsFilters
          findings={loaded.items}
          filters={filters}
          onChange={onChange}
        />
      )}
      {state.finding && !listed && (
        <SelectedFinding
          key={state.finding}
          findingKey={state.finding}
          loaded={loaded.items}
          linkTo={linkTo}
          onClose={() => onChange({ finding: '' })}
        />
      )}
      <FindingsTable
        groups={groupFindings(rows, grouping)}
        notes={groupFindings(folded, grouping)}
        complete={loaded.items.length >= loaded.total}
        grouping={grouping}
        posture={posture}
        selected={state.finding}
        linkTo={linkTo}
        onSelect={finding => onChange({ finding })}
      />
      <FindingsNotes
        posture={posture}
        loaded={loaded}
        shown={shown.length}
        onLoad={() => (wanted ? loaded.loadMore() : setWanted(true))}
        onChange={onChange}
      />
    </TabSection>
  );
}

/** "46 open findings and 5 notes". */
function titleOf({ findings }: EntityPosture, t: PostureTranslate): string {
  const count = findings.total - findings.notes;
  const open = t('tab.findings.title', { count });
  if (findings.notes === 0) return open;
  const notes = t('tab.findings.notes', { count: findings.notes });
  return count > 0
    ? t('tab.findings.titleWithNotes', { findings: open, notes })
    : notes;
}

function GroupingChoice({
  grouping,
  onChange,
}: {
  grouping: Grouping;
  onChange: (grouping: Grouping) => void;
}) {
  const { t } = usePostureTranslation();
  return (
    <ToggleButtonGroup
      aria-label={t('tab.findings.groupBy')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[grouping]}
      onSelectionChange={keys =>
        onChange(keys.has('subject') ? 'subject' : 'control')
      }
    >
      <ToggleButton id="control">{t('tab.findings.byControl')}</ToggleButton>
      <ToggleButton id="subject">{t('tab.findings.bySubject')}</ToggleButton>
    </ToggleButtonGroup>
  );
}
