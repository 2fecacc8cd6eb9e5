import { Workload } from '../model/workload';
import { deploymentAround } from '../testing';
import {
  cannotRefuseSnippets,
  controllersOf,
  ControllerVersion,
  isOlder,
} from './ingressNginx';

const versionsOf = (image: string) =>
  controllersOf(
    new Workload(deploymentAround({ containers: [{ name: 'c', image }] })),
  ).map(({ version }) => version);

describe('controllersOf', () => {
  it.each<[string, (ControllerVersion | undefined)[]]>([
    ['registry.k8s.io/ingress-nginx/controller:v1.12.1', [[1, 12, 1]]],
    ['mirror.io/a/ingress-nginx/controller-chroot:1.9.4-fips', [[1, 9, 4]]],
    [
      'quay.io/kubernetes-ingress-controller/nginx-ingress-controller:0.33.0',
      [[0, 33, 0]],
    ],
    ['registry.k8s.io/ingress-nginx/controller:main', [undefined]],
    ['registry.k8s.io/ingress-nginx/controller:v1.12', [undefined]],
    ['nginx/nginx-ingress:4.0.1', []],
    ['example.com/not-ingress-nginx/controller:v1.12.1', []],
    ['ingress-nginx/controller-of-mine:v1.12.1', []],
  ])('%s', (image, expected) => {
    expect(versionsOf(image)).toEqual(expected);
  });

  it('finds none where a container has the wrong type', () => {
    expect(
      controllersOf(new Workload(deploymentAround({ containers: ['web'] }))),
    ).toEqual([]);
  });
});

describe('versions', () => {
  it('are compared as numbers', () => {
    expect(isOlder([1, 9, 0], [1, 11, 5])).toBe(true);
    expect(isOlder([1, 11, 10], [1, 11, 5])).toBe(false);
    expect(isOlder([1, 11, 5], [1, 11, 5])).toBe(false);
    expect(isOlder([0, 50, 0], [1, 0, 0])).toBe(true);
  });

  it.each<[ControllerVersion, boolean]>([
    [[0, 49, 0], true],
    [[0, 49, 1], false],
    [[1, 0, 0], true],
    [[1, 0, 1], false],
  ])('%p cannot refuse snippets: %p', (version, expected) => {
    expect(cannotRefuseSnippets(version)).toBe(expected);
  });
});
