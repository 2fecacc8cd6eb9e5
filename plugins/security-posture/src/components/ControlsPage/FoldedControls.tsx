import { useId, useState } from 'react';
import { RiArrowRightSLine } from '@remixicon/react';
import { ControlGroup } from '../../model/controlGroups';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { ControlState, StateMark } from '../StateMark';
import { ControlsTable, ControlsTableProps } from './ControlsTable';
import styles from './ControlsPage.module.css';

const STATES: Readonly<Record<Exclude<ControlGroup, 'failing'>, ControlState>> =
  {
    exempted: 'exempted',
    notEvaluated: 'notEvaluated',
    clean: 'passing',
    unknown: 'notEvaluated',
    optional: 'notApplicable',
  };

/** Props of {@link FoldedControls}. */
export interface FoldedControlsProps extends Omit<ControlsTableProps, 'label'> {
  group: keyof typeof STATES;
  /** True where it begins unfolded, for there is nothing else to show. */
  open: boolean;
}

/** A line that says how many controls stand so, and unfolds to them. */
export function FoldedControls(props: FoldedControlsProps) {
  const { group, open, ...table } = props;
  const { t } = usePostureTranslation();
  const [chosen, setChosen] = useState<boolean>();
  const unfolded = chosen ?? open;
  const id = useId();
  const words = t(`controls.groups.${group}`, { count: table.rows.length });
  return (
    <div className={styles.folded}>
      <button
        type="button"
        className={styles.toggle}
        aria-expanded={unfolded}
        aria-controls={unfolded ? id : undefined}
        onClick={() => setChosen(!unfolded)}
      >
        <RiArrowRightSLine
          className={styles.chevron}
          size={18}
          aria-hidden="true"
        />
        <StateMark state={STATES[group]}>{words}</StateMark>
        <span className={styles.explained}>
          {t(`controls.explained.${group}`)}
        </span>
      </button>
      {unfolded && (
        <div id={id}>
          <ControlsTable label={words} {...table} />
        </div>
      )}
    </div>
  );
}
