import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadTypeScript } from '../../generate/loadTypeScript.mjs';

const { clusterAsOf } = loadTypeScript('scripts/portal/past/clusterAsOf.ts');

const deployment = (name, spec = {}) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name, namespace: 'shop' },
  spec,
});
const withContainers = (...containers) => ({
  template: { spec: { containers } },
});
const web = deployment(
  'web',
  withContainers({ name: 'web', image: 'web:2' }, { name: 'agent' }),
);
const today = { objects: [web], version: 'v1.35.8', answers: true };
const what = 'a change';

const cases = [
  {
    name: 'what came is not there before',
    later: [{ what, came: ['apps/v1 Deployment shop/web'] }],
    before: { ...today, objects: [] },
  },
  {
    name: 'what went is there before',
    later: [{ what, went: [deployment('old')] }],
    before: { ...today, objects: [web, deployment('old')] },
  },
  {
    name: 'what changed is as it was, containers by their names',
    later: [
      {
        what,
        before: [
          deployment(
            'web',
            withContainers(
              { name: 'web', image: 'web:1' },
              { name: 'agent', $patch: 'delete' },
            ),
          ),
        ],
      },
    ],
    before: {
      ...today,
      objects: [
        deployment('web', withContainers({ name: 'web', image: 'web:1' })),
      ],
    },
  },
  {
    name: 'the newest change is taken back first',
    later: [
      { what, before: [deployment('web', { replicas: 2 })] },
      { what, before: [deployment('web', { replicas: 1 })] },
    ],
    before: {
      ...today,
      objects: [deployment('web', { ...web.spec, replicas: 1 })],
    },
  },
  {
    name: 'a cluster that was upgraded has its version of before',
    later: [{ what, versionBefore: 'v1.34.1' }],
    before: { ...today, version: 'v1.34.1' },
  },
  {
    name: 'a cluster is silent until it answers',
    later: [{ what, answersFromNowOn: true }],
    before: { ...today, answers: false },
  },
  {
    name: 'a cluster answers until it goes silent',
    later: [
      { what, answersFromNowOn: true },
      { what, answersFromNowOn: false },
    ],
    before: today,
  },
  {
    name: 'without later changes it is as it is today',
    later: [],
    before: today,
  },
];

for (const { name, later, before } of cases) {
  test(name, () => assert.deepEqual(clusterAsOf(today, later), before));
}

const mistakes = [
  [
    'what is not there cannot have come',
    { what, came: ['v1 Pod shop/web'] },
    /No v1 Pod shop\/web came: a change/,
  ],
  [
    'what is there cannot have gone',
    { what, went: [web] },
    /apps\/v1 Deployment shop\/web is there still: a change/,
  ],
  [
    'what is not there was not changed',
    { what, before: [deployment('other')] },
    /There was no apps\/v1 Deployment shop\/other: a change/,
  ],
];

for (const [name, change, message] of mistakes) {
  test(name, () => assert.throws(() => clusterAsOf(today, [change]), message));
}
