import { ingestObject } from './ingestObject';

const STATUS = {
  phase: 'Running',
  nodeInfo: { kubeletVersion: 'v1.35.8' },
  images: ['many'],
  containerStatuses: [{ name: 'web' }],
  conditions: [],
};

describe('ingestObject', () => {
  it.each([
    ['Deployment', undefined],
    ['Node', { nodeInfo: STATUS.nodeInfo, conditions: [] }],
    ['Pod', { phase: 'Running', containerStatuses: [{ name: 'web' }] }],
    ['PersistentVolumeClaim', STATUS],
    ['APIService', STATUS],
  ])('keeps of the status of a %s what rules read', (kind, status) => {
    const raw = {
      apiVersion: 'v1',
      kind,
      metadata: { name: 'a', managedFields: [{}] },
      status: STATUS,
    };
    const object = ingestObject(raw);
    expect(object.status).toEqual(status);
    expect(object.metadata).toEqual({ name: 'a' });
    expect(raw.metadata.managedFields).toEqual([{}]);
  });

  it.each([
    ['no metadata', {}],
    ['no name', { metadata: {} }],
    ['metadata of the wrong type', { metadata: 'text' }],
  ])('refuses an object with %s', (_, rest) => {
    expect(() =>
      ingestObject({ apiVersion: 'v1', kind: 'Pod', ...rest }),
    ).toThrow(expect.objectContaining({ reason: 'parseError' }));
  });
});
