import { Violation } from '../model/finding';
import {
  liesInEphemeral,
  liesInPodContext,
  patchSecurityContexts,
} from './patchSecurityContexts';

const violation = (path: string, container?: string): Violation => ({
  path: `spec.template.spec.${path}`,
  ...(container ? { container } : {}),
  field: path.slice(path.indexOf('securityContext')),
  message: 'breaks',
});
const ofPod = violation('securityContext.runAsUser');
const inherited = violation('securityContext.runAsUser', 'web');
const ofWeb = violation('containers[0].securityContext.runAsUser', 'web');
const ofSetup = violation(
  'initContainers[0].securityContext.runAsUser',
  'setup',
);
const ofDebug = violation(
  'ephemeralContainers[0].securityContext.runAsUser',
  'debug',
);
const unsetUser = () => ({ runAsUser: null });

describe('patchSecurityContexts', () => {
  it.each([
    ['nothing', [], undefined],
    ['the pod', [ofPod], { securityContext: { runAsUser: null } }],
    [
      'a setting that a container has from its pod',
      [inherited],
      { securityContext: { runAsUser: null } },
    ],
    [
      'containers of both lists',
      [ofWeb, ofSetup],
      {
        containers: [{ name: 'web', securityContext: { runAsUser: null } }],
        initContainers: [
          { name: 'setup', securityContext: { runAsUser: null } },
        ],
      },
    ],
    [
      'the pod and a container',
      [ofPod, ofWeb],
      {
        securityContext: { runAsUser: null },
        containers: [{ name: 'web', securityContext: { runAsUser: null } }],
      },
    ],
    ['an ephemeral container, which no template holds', [ofDebug], undefined],
  ])('patches %s', (_, violations, expected) => {
    expect(patchSecurityContexts(violations, unsetUser)).toEqual(expected);
  });

  it('leaves out a container for which there is nothing to set', () => {
    expect(
      patchSecurityContexts([ofWeb], () => ({}), { runAsNonRoot: true }),
    ).toEqual({ securityContext: { runAsNonRoot: true } });
  });

  it('joins what several violations of one context ask for', () => {
    const user = violation('securityContext.seLinuxOptions.user');
    const role = violation('securityContext.seLinuxOptions.role');
    expect(
      patchSecurityContexts([user, role], ({ field }) => ({
        seLinuxOptions: { [`${field?.split('.').pop()}`]: null },
      })),
    ).toEqual({
      securityContext: { seLinuxOptions: { user: null, role: null } },
    });
  });
});

describe('places', () => {
  it.each([
    ['the pod', ofPod, true, false],
    ['a container', ofWeb, false, false],
    ['an ephemeral container', ofDebug, false, true],
    [
      'a bare pod',
      { path: 'spec.securityContext.runAsUser', message: 'breaks' },
      true,
      false,
    ],
    [
      'an ephemeral container of a bare pod',
      { path: 'spec.ephemeralContainers[0].securityContext', message: '' },
      false,
      true,
    ],
  ])('%s', (_, place, inPodContext, inEphemeral) => {
    expect(liesInPodContext(place)).toBe(inPodContext);
    expect(liesInEphemeral(place)).toBe(inEphemeral);
  });
});
