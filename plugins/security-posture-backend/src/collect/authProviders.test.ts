import { mockServices } from '@backstage/backend-test-utils';
import { contactedAuthProviders } from './authProviders';
import { KubernetesProxyClusterReader } from './KubernetesProxyClusterReader';
import { servicesFor } from './__testUtils__/startKubernetesPlugin';

describe('contactedAuthProviders', () => {
  it.each([
    ['serviceAccount', true],
    ['aws', true],
    ['azure', true],
    ['googleServiceAccount', true],
    ['localKubectlProxy', true],
    ['aks', false],
    ['google', false],
    ['oidc', false],
    ['pinniped', false],
    ['ofAnAdopter', false],
  ])('of %s: %s', (provider, contacted) => {
    expect(contactedAuthProviders().has(provider)).toBe(contacted);
  });

  it('holds what the adopter names', () => {
    const contacted = contactedAuthProviders(['ofAnAdopter']);
    expect(contacted.has('ofAnAdopter')).toBe(true);
    expect(contacted.has('aws')).toBe(true);
  });

  it.each(['aks', 'google', 'oidc'])(
    'does not start where the config names %s',
    provider => {
      const config = mockServices.rootConfig({
        data: {
          securityPosture: { clusters: { authProviders: [provider] } },
        },
      });
      expect(() =>
        KubernetesProxyClusterReader.fromConfig(
          config,
          servicesFor('http://localhost/api'),
        ),
      ).toThrow(
        `securityPosture.clusters.authProviders must not name '${provider}'`,
      );
    },
  );
});
