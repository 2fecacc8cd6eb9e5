import type { ExemptionDetails } from 'backstage-plugin-security-posture-common';
import { ExemptionPanel } from '../src/components/ExemptionPanel';
import { ExemptionRequestPanel } from '../src/components/ExemptionRequest';
import { ExemptionsPage } from '../src/components/ExemptionsPage';
import { ExemptionStanding } from '../src/components/ExemptionStanding';
import { PostureRoot } from '../src/components/PostureRoot';
import {
  anExemptionOptions,
  aRegister,
  EXEMPTION_STAGES,
} from '../src/testing/exemptionSamples';
import { answering } from './sampleApis';
import type { GalleryState } from './states';

const ignore = () => {};

/** Asking for exemptions, deciding on them, and each way they can stand. */
export function exemptionStates(): GalleryState[] {
  const api = answering({
    register: aRegister(),
    options: anExemptionOptions(),
  });
  const steps = ['1', '2'].map(step => ({
    id: `exemption-request-${step}`,
    api,
    element: (
      <ExemptionRequestPanel
        findingKey="privileged-1"
        entityRef="component:default/payments-api"
        entityName="payments-api"
        workloads={5}
        step={step}
        onStep={ignore}
        onClose={ignore}
      />
    ),
  }));
  return [
    { id: 'exemptions-stages', api, element: <Stages /> },
    { id: 'exemptions-register', api, element: <ExemptionsPage /> },
    ...steps,
    ...stages().map(([stage, exemption]) => ({
      id: `exemption-panel-${stage}`,
      api,
      element: (
        <ExemptionPanel
          id={exemption.id}
          known={exemption}
          approvers={['group:default/security-champions']}
          onClose={ignore}
        />
      ),
    })),
  ];
}

function Stages() {
  return (
    <PostureRoot>
      {stages().map(([stage, exemption]) => (
        <ExemptionStanding key={stage} exemption={exemption} />
      ))}
    </PostureRoot>
  );
}

function stages(): [string, ExemptionDetails][] {
  return Object.entries(EXEMPTION_STAGES).map(([stage, exemption]) => [
    stage,
    exemption(),
  ]);
}
