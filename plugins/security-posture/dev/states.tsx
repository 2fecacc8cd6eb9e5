import { ReactElement } from 'react';
import type { SecurityPostureApi } from 'backstage-plugin-security-posture-common';
import { EntityPostureCard } from '../src/components/EntityPostureCard';
import { EntityPostureTab } from '../src/components/EntityPostureTab';
import { OrganisationPage } from '../src/components/OrganisationPage';
import { anEntitiesAnswer, aSummary } from '../src/testing/organisationSamples';
import { EMPTY_POSTURES, JUDGED_POSTURES } from '../src/testing/samples';
import { answering, refusing, silent, unreachable } from './sampleApis';
import { SampleEntity } from './SampleEntity';

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
  return [...organisationStates(), ...entityStates(), ...statesWithoutAnswer()];
}

function organisationStates(): GalleryState[] {
  const element = <OrganisationPage />;
  const partial = { partial: true };
  const nothing = { total: 0, ready: 0, notReady: 0, unknown: 0, noPosture: 0 };
  return [
    {
      id: 'organisation-full',
      element,
      api: answering({
        summary: aSummary(),
        entities: anEntitiesAnswer({ total: 24, nextCursor: 'next' }),
      }),
    },
    {
      id: 'organisation-partial',
      element,
      api: answering({
        summary: aSummary(partial),
        entities: anEntitiesAnswer(partial),
      }),
    },
    {
      id: 'organisation-empty',
      element,
      api: answering({
        summary: aSummary({
          entities: nothing,
          workloads: { swept: 0, owned: 0 },
          clusters: { total: 0, answering: 0 },
        }),
        entities: anEntitiesAnswer({ items: [] }),
      }),
    },
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
