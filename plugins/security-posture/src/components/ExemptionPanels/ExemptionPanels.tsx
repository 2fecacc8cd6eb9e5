import { ReactNode, useMemo } from 'react';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  postureClusterExemptionCreatePermission,
  postureExemptionCreatePermission,
} from 'backstage-plugin-security-posture-common';
import type { ExemptionsRegister } from 'backstage-plugin-security-posture-common';
import { ExemptionPanel } from '../ExemptionPanel';
import { ExemptionRequestPanel } from '../ExemptionRequest';
import { ExemptionPanelsContext } from './exemptionContext';

/** What a page with panels about exemptions keeps in its address. */
export interface ExemptionAddress {
  /** Key of the finding that an exemption is asked for. */
  exempt: string;
  /** The step of the request. */
  step: string;
  /** Id of the exemption that is open. */
  exemption: string;
}

/** No panel is open. */
export const EXEMPTION_DEFAULTS: ExemptionAddress = {
  exempt: '',
  step: '',
  exemption: '',
};

/** Props of {@link ExemptionPanels}. */
export interface ExemptionPanelsProps {
  /** The entity whose findings the page shows; left out where they belong to none. */
  entityRef?: string;
  entityName?: string;
  workloads?: number;
  address: ExemptionAddress;
  onChange: (change: Partial<ExemptionAddress>) => void;
  /** The register, where the page shows it: its exemptions need not be asked for again. */
  register?: ExemptionsRegister;
  /** Shows the exemptions of the entity. */
  onShow?: () => void;
  children: ReactNode;
}

/** A page from which exemptions can be asked for and looked at: what is in it, and the panel that its address names. */
export function ExemptionPanels(props: ExemptionPanelsProps) {
  const { address, onChange, register, children } = props;
  const mayRequest = useMayRequest(props.entityRef);
  const panels = useMemo(
    () => ({
      ...(mayRequest
        ? {
            request: (exempt: string) =>
              onChange({ ...EXEMPTION_DEFAULTS, exempt }),
          }
        : {}),
      open: (exemption: string) =>
        onChange({ ...EXEMPTION_DEFAULTS, exemption }),
    }),
    [mayRequest, onChange],
  );
  const close = () => onChange(EXEMPTION_DEFAULTS);
  return (
    <ExemptionPanelsContext.Provider value={panels}>
      {children}
      {address.exempt && (
        <ExemptionRequestPanel
          key={address.exempt}
          findingKey={address.exempt}
          entityRef={props.entityRef}
          entityName={props.entityName}
          workloads={props.workloads}
          step={address.step}
          onStep={step => onChange({ step })}
          onClose={close}
          onShow={props.onShow}
        />
      )}
      {address.exemption && !address.exempt && (
        <ExemptionPanel
          key={address.exemption}
          id={address.exemption}
          known={register?.items.find(({ id }) => id === address.exemption)}
          approvers={register?.approvers}
          onClose={close}
          onAgain={panels.request}
        />
      )}
    </ExemptionPanelsContext.Provider>
  );
}

/** Whether the user may ask for exemptions of what belongs to an entity, or to none. */
function useMayRequest(entityRef: string | undefined): boolean {
  const ofEntity = usePermission({
    permission: postureExemptionCreatePermission,
    resourceRef: entityRef,
  });
  const ofNone = usePermission({
    permission: postureClusterExemptionCreatePermission,
  });
  return (entityRef ? ofEntity : ofNone).allowed;
}
