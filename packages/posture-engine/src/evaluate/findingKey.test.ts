import { SubjectRef } from '../model/subject';
import { evidenceHash, findingKey, subjectKey } from './findingKey';

const WEB: SubjectRef = {
  type: 'workload',
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  namespace: 'shop',
  name: 'web',
};

describe('findingKey', () => {
  it('is 32 hexadecimal digits, and the same for the same finding', () => {
    expect(findingKey('prod', 'host-pid', WEB)).toMatch(/^[0-9a-f]{32}$/);
    expect(findingKey('prod', 'host-pid', { ...WEB })).toBe(
      findingKey('prod', 'host-pid', WEB),
    );
  });

  it('is that of the cluster that is asked about, whichever was before', () => {
    const keys = ['prod', 'dev', 'prod'].map(cluster =>
      findingKey(cluster, 'host-pid', WEB),
    );
    expect(keys[2]).toBe(keys[0]);
    expect(keys[1]).not.toBe(keys[0]);
  });

  it('does not change when the API of the object gets a new version', () => {
    expect(
      findingKey('prod', 'host-pid', { ...WEB, apiVersion: 'apps/v2' }),
    ).toBe(findingKey('prod', 'host-pid', WEB));
  });

  it.each([
    ['cluster', findingKey('dev', 'host-pid', WEB)],
    ['control', findingKey('prod', 'host-ipc', WEB)],
    ['kind', findingKey('prod', 'host-pid', { ...WEB, kind: 'StatefulSet' })],
    [
      'API group',
      findingKey('prod', 'host-pid', { ...WEB, apiVersion: 'example.com/v1' }),
    ],
    [
      'namespace',
      findingKey('prod', 'host-pid', { ...WEB, namespace: 'stage' }),
    ],
    ['name', findingKey('prod', 'host-pid', { ...WEB, name: 'api' })],
  ])('differs by %s', (_, other) => {
    expect(other).not.toBe(findingKey('prod', 'host-pid', WEB));
  });

  it('keeps parts apart that run together when joined', () => {
    expect(subjectKey('a', { ...WEB, namespace: 'b-c', name: 'd' })).not.toBe(
      subjectKey('a', { ...WEB, namespace: 'b', name: 'c-d' }),
    );
  });
});

describe('evidenceHash', () => {
  const place = {
    container: 'web',
    field: 'securityContext.privileged',
    actual: true,
  };

  it('does not depend on index, text or order', () => {
    const one = {
      ...place,
      path: 'spec.containers[0].securityContext.privileged',
      message: 'a',
    };
    const other = {
      ...place,
      container: 'side',
      path: 'spec.containers[1].x',
      message: 'b',
    };
    expect(evidenceHash([one, other])).toBe(
      evidenceHash([
        other,
        {
          ...one,
          path: 'spec.containers[7].securityContext.privileged',
          message: 'c',
        },
      ]),
    );
  });

  it.each([
    ['container', { ...place, container: 'side' }],
    ['field', { ...place, field: 'image' }],
    ['actual value', { ...place, actual: false }],
  ])('depends on the %s', (_, changed) => {
    const at = { path: 'p', message: 'm' };
    expect(evidenceHash([{ ...at, ...changed }])).not.toBe(
      evidenceHash([{ ...at, ...place }]),
    );
  });
});
