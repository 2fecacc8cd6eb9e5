import { Workload } from '../model/workload';
import { labelsToSelectBy } from './labelsToSelectBy';

const POD_LABELS = { app: 'web', version: '7' };
const workload = (spec: object, apiVersion = 'apps/v1', kind = 'Deployment') =>
  new Workload({
    apiVersion,
    kind,
    metadata: { name: 'web', namespace: 'shop' },
    spec: { template: { metadata: { labels: POD_LABELS } }, ...spec },
  });

const OF_PODS = {
  path: 'spec.template.metadata.labels',
  labels: ['app=web', 'version=7'],
};

describe('labelsToSelectBy', () => {
  it.each([
    [
      'the selector, which never changes',
      workload({ selector: { matchLabels: { app: 'web' } } }),
      { path: 'spec.selector.matchLabels', labels: ['app=web'] },
    ],
    ['the pods, without a selector', workload({}), OF_PODS],
    [
      'the pods, where the selector is about others',
      workload({ selector: { matchLabels: { app: 'db' } } }),
      OF_PODS,
    ],
    [
      'the pods of a Job, whose selector Kubernetes makes',
      workload(
        { selector: { matchLabels: { app: 'web' } } },
        'batch/v1',
        'Job',
      ),
      OF_PODS,
    ],
    [
      'nothing, where the pods bear none',
      workload({ template: {} }),
      { path: 'spec.template.metadata.labels', labels: [] },
    ],
  ])('%s', (_, one, labels) => {
    expect(labelsToSelectBy(one)).toEqual(labels);
  });
});
