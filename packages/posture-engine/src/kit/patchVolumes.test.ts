import { patchVolumes } from './patchVolumes';

const POD = 'spec.template.spec';

describe('patchVolumes', () => {
  it('gathers the changes of a container in one item', () => {
    expect(
      patchVolumes([
        {
          path: `${POD}.volumes[0].hostPath.path`,
          field: 'volumes[logs].hostPath.path',
          message: 'is bad',
        },
        {
          path: `${POD}.containers[0].volumeMounts[0]`,
          container: 'web',
          field: 'volumeMounts[/logs]',
          message: 'is bad',
        },
        {
          path: `${POD}.containers[0].volumeMounts[1].readOnly`,
          container: 'web',
          field: 'volumeMounts[/data].readOnly',
          message: 'is bad',
        },
      ]),
    ).toEqual({
      volumes: [{ name: 'logs', $patch: 'delete' }],
      containers: [
        {
          name: 'web',
          volumeMounts: [
            { mountPath: '/logs', $patch: 'delete' },
            { mountPath: '/data', readOnly: true },
          ],
        },
      ],
    });
  });

  it('has nothing to change without keys', () => {
    expect(
      patchVolumes([
        {
          path: `${POD}.containers[0].volumeMounts[0]`,
          container: 'web',
          field: 'volumeMounts[]',
          message: 'is bad',
        },
      ]),
    ).toBeUndefined();
  });
});
