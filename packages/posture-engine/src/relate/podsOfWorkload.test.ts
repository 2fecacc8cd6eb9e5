import { LivePod } from '../model/livePod';
import { SubjectRef } from '../model/subject';
import { podsOfWorkload } from './podsOfWorkload';

function pod(name: string, owner: string, namespace = 'shop'): LivePod {
  return {
    namespace,
    name,
    owner: { kind: 'Deployment', name: owner },
    injected: [],
    imageDigests: {},
  };
}

const WEB: SubjectRef = {
  type: 'workload',
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  namespace: 'shop',
  name: 'web',
};

describe('podsOfWorkload', () => {
  it.each([
    ['all of its pods', [pod('a', 'web'), pod('b', 'web')], ['a', 'b']],
    ['none of another workload', [pod('a', 'web-api')], []],
    ['none of another namespace', [pod('a', 'web', 'default')], []],
  ])('%s', (_, pods, names) => {
    expect(podsOfWorkload(WEB, pods).map(({ name }) => name)).toEqual(names);
  });

  it('finds none of another kind of the same name', () => {
    const daemon = { ...WEB, kind: 'DaemonSet' };
    expect(podsOfWorkload(daemon, [pod('a', 'web')])).toEqual([]);
  });

  it('takes a workload without a namespace for one of default', () => {
    const { namespace, ...web } = WEB;
    expect(podsOfWorkload(web, [pod('a', 'web', 'default')])).toHaveLength(1);
  });
});
