import { ReactNode } from 'react';
import { useEntity } from '@backstage/plugin-catalog-react';
import type { EntityPosture } from 'backstage-plugin-security-posture-common';
import { useExemptionsRegister } from '../../api';
import { EXEMPTION_DEFAULTS, ExemptionPanels } from '../ExemptionPanels';
import { ChangeTab, TabState, viewOf } from './viewState';

/** Props of {@link TabExemptions}. */
export interface TabExemptionsProps {
  posture: EntityPosture;
  state: TabState;
  onChange: ChangeTab;
  children: ReactNode;
}

/** The tab with its panels about exemptions. The view of exemptions brings those that the panel then need not ask for. */
export function TabExemptions(props: TabExemptionsProps) {
  const { posture, state, onChange, children } = props;
  const { entity } = useEntity();
  const register = useExemptionsRegister(
    viewOf(state.view) === 'exemptions'
      ? { entity: posture.entityRef }
      : undefined,
  );
  return (
    <ExemptionPanels
      entityRef={posture.entityRef}
      entityName={entity.metadata.title ?? entity.metadata.name}
      workloads={posture.workloads}
      address={state}
      onChange={onChange}
      register={register.data}
      onShow={() => onChange({ ...EXEMPTION_DEFAULTS, view: 'exemptions' })}
    >
      {children}
    </ExemptionPanels>
  );
}
