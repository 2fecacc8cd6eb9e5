import type {
  ExposureResponse,
  WorkloadExposureView,
} from 'backstage-plugin-security-posture-common';
import { EntityAccess } from '../src/components/EntityAccess';
import { EntityExposure } from '../src/components/EntityExposure';
import { EntityWorkloads } from '../src/components/EntityWorkloads';
import {
  anAccessAnswer,
  anAccount,
  anExposedWorkload,
  anExposure,
  aWorkload,
  aWorkloadsAnswer,
} from '../src/testing/entitySamples';
import { PostureRoot } from '../src/components/PostureRoot';
import { answering } from './sampleApis';
import { SampleEntity } from './SampleEntity';
import type { GalleryState } from './states';

const REF = 'component:default/payments-api';

const EXPOSURE = (
  <SampleEntity>
    <PostureRoot>
      <EntityExposure entityRef={REF} />
    </PostureRoot>
  </SampleEntity>
);

const ACCESS = (
  <PostureRoot>
    <EntityAccess entityRef={REF} />
  </PostureRoot>
);

const WORKLOADS = (
  <PostureRoot>
    <EntityWorkloads entityRef={REF} />
  </PostureRoot>
);

const INSIDE: Partial<WorkloadExposureView> = {
  reach: 'inside',
  tls: undefined,
  entries: [],
};

/** The views of an entity that have an answer of their own, in their states. */
export function viewStates(): GalleryState[] {
  return [
    ...exposureStates(),
    {
      id: 'access-unread',
      element: ACCESS,
      api: answering({
        access: anAccessAnswer([
          anAccount(),
          anAccount({ rights: [], rightsUnread: 'forbidden' }),
        ]),
      }),
    },
    {
      id: 'workloads-many',
      element: WORKLOADS,
      api: answering({
        workloads: aWorkloadsAnswer({
          items: [aWorkload()],
          total: 400,
          nextCursor: 'next',
        }),
      }),
    },
    {
      id: 'workloads-none',
      element: WORKLOADS,
      api: answering({ workloads: aWorkloadsAnswer({ items: [] }) }),
    },
  ];
}

function exposureStates(): GalleryState[] {
  const states: [string, ExposureResponse][] = [
    ['outside', anExposure()],
    ['inside', anExposure({ workloads: [anExposedWorkload(INSIDE)] })],
    [
      'unknown',
      anExposure({
        workloads: [anExposedWorkload({ ...INSIDE, reach: 'unknown' })],
        partial: true,
        unread: [
          {
            cluster: 'staging',
            list: 'ingresses',
            reason: 'forbidden',
            workloads: 1,
          },
        ],
      }),
    ],
    ['none', anExposure({ workloads: [], nodes: [], edges: [] })],
  ];
  return states.map(([state, exposure]) => ({
    id: `exposure-${state}`,
    element: EXPOSURE,
    api: answering({ exposure }),
  }));
}
