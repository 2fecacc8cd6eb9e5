import { ReactElement } from 'react';
import type { SecurityPostureApi } from 'backstage-plugin-security-posture-common';
import { EntityPostureCard } from '../src/components/EntityPostureCard';
import { EntityPostureTab } from '../src/components/EntityPostureTab';
import { OrganisationPage } from '../src/components/OrganisationPage';
import { EMPTY_POSTURES, JUDGED_POSTURES } from '../src/testing/samples';
import { boardStates } from './boardStates';
import { clusterStates } from './clusterStates';
import { exemptionStates } from './exemptionStates';
import { explorerStates } from './explorerStates';
import { answering, refusing, silent, unreachable } from './sampleApis';
import { SampleEntity } from './SampleEntity';
import { scopeStates } from './scopeStates';
import { viewStates } from './viewStates';

/** A page in a state. */
export interface GalleryState {
  id: string;
  api: SecurityPostureApi;
  element: ReactElement;
}

const CARD = (
  <SampleEntity>
    <EntityPostureCard />
  </SampleEntity>
);

const TAB = (
  <SampleEntity>
    <EntityPostureTab />
  </SampleEntity>
);

const PAGES: [string, ReactElement][] = [
  ['organisation', <OrganisationPage />],
  ['card', CARD],
  ['tab', TAB],
];

const WITHOUT_ANSWER: [string, SecurityPostureApi][] = [
  ['loading', silent()],
  ['forbidden', refusing(403, 'NotAllowedError')],
  ['backendAbsent', refusing(404, 'Error')],
  ['network', unreachable()],
  ['server', refusing(500, 'InternalServerError')],
];

/** Every page in every state. */
export function galleryStates(): GalleryState[] {
  return [
    ...boardStates(),
    ...scopeStates(),
    ...clusterStates(),
    ...exemptionStates(),
    ...explorerStates(),
    ...entityStates(),
    ...viewStates(),
    ...statesWithoutAnswer(),
  ];
}

function entityStates(): GalleryState[] {
  const postures = { ...JUDGED_POSTURES, ...EMPTY_POSTURES };
  return Object.entries(postures).flatMap(([name, posture]) => {
    const api = answering({ posture: posture() });
    return [
      { id: `card-${name}`, api, element: CARD },
      { id: `tab-${name}`, api, element: TAB },
    ];
  });
}

function statesWithoutAnswer(): GalleryState[] {
  return PAGES.flatMap(([page, element]) =>
    WITHOUT_ANSWER.map(([state, api]) => ({
      id: `${page}-${state}`,
      api,
      element,
    })),
  );
}
