import {
  allControls,
  Control,
  KubernetesObject,
} from 'security-posture-engine';
import { parseAllDocuments } from 'yaml';
import { aFinding } from './__testUtils__/samples';
import { remedyView } from './remedyView';
import { indexControls } from './PostureSettings';

const QUOTA = {
  apiVersion: 'v1',
  kind: 'ResourceQuota',
  metadata: { name: 'default', namespace: 'payments' },
  spec: { hard: { 'limits.cpu': '08' } },
};
const NAMESPACE = {
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name: 'payments', labels: { note: 'a\n---\nb', on: 'yes' } },
};

function aControl(objects: readonly KubernetesObject[] | undefined): Control {
  const [first] = allControls();
  return {
    ...first,
    subject: 'namespace',
    id: 'remedied',
    remedy: jest.fn(() => objects),
  } as unknown as Control;
}

const FINDING = aFinding({
  control: 'remedied',
  subject: { apiVersion: 'v1', kind: 'Namespace', name: 'payments' },
});

describe('remedyView', () => {
  it('renders each object as a document, whatever its values hold', () => {
    const control = aControl([QUOTA, NAMESPACE]);
    const view = remedyView(FINDING, indexControls([control]))!;
    expect(
      parseAllDocuments(view.manifests, { version: '1.1' }).map(document =>
        document.toJS(),
      ),
    ).toEqual([QUOTA, NAMESPACE]);
    expect(control.remedy).toHaveBeenCalledWith(
      { type: 'namespace', ...FINDING.subject },
      FINDING.violations,
    );
  });

  it.each([
    ['its control has no object for it', aControl(undefined), {}],
    ['there is nothing to apply', aControl([]), {}],
    ['nothing fails', aControl([QUOTA]), { outcome: 'notEvaluated' }],
    [
      'the library no longer has the control',
      aControl([QUOTA]),
      { control: 'gone' },
    ],
  ] as const)('gives nothing where %s', (_, control, over) => {
    expect(
      remedyView({ ...FINDING, ...over }, indexControls([control])),
    ).toBeUndefined();
  });
});
