import { ControlContext } from '../../model/control';
import { Judgement } from '../../model/finding';
import { Workload } from '../../model/workload';
import { defineControl, eachContainer, notApplicable } from '../../kit';
import { imageOf } from '../../read/imageOf';

/** Frozen in April 2023: nothing in it is ever mended (Kubernetes blog, "k8s.gcr.io Image Registry Will Be Frozen"). */
const FROZEN_REGISTRY = 'k8s.gcr.io';

const judgeContainers = eachContainer((container, _, { settings }) => {
  const { registry } = imageOf(container);
  const isFrozen = registry === FROZEN_REGISTRY;
  const trusted = settings.trustedRegistries;
  if (!isFrozen && (!trusted || isTrusted(registry, trusted))) return undefined;
  return {
    at: 'image',
    message: isFrozen
      ? `the image of container "${container.name}" comes from ${FROZEN_REGISTRY}, which is frozen`
      : `the image of container "${container.name}" comes from "${registry}", which is not trusted`,
    actual: container.image,
    expected: isFrozen ? 'another registry' : 'a trusted registry',
  };
});

export const imageRegistry = defineControl({
  id: 'image-registry',
  title: 'Images come from trusted registries',
  failureTitle: 'An image comes from a registry that is not trusted',
  why: 'Whoever controls the registry controls the program: images from elsewhere are neither scanned nor kept by anybody here.',
  fix: 'Copy the image to a registry of the organisation and name it there.',
  severity: 'medium',
  category: 'podSpec',
  scope: 'container',
  frameworks: { nsa: ['P3'], 'nist-800-190': ['4.1.5', '4.2.1'] },
  references: [
    'https://kubernetes.io/docs/concepts/containers/images/',
    'https://kubernetes.io/docs/concepts/security/application-security-checklist/',
  ],
  needs: [],
  reads:
    'The registry host of every image; `docker.io` where the reference names none. The setting `trustedRegistries` lists hosts, or suffixes that begin with a dot.',
  notes:
    'Without the setting there is nothing to judge by, but for `k8s.gcr.io`: it is frozen since April 2023 and fails always, even where it is listed. A host counts with its port, and a suffix only at a dot: `.example.com` covers `eu.example.com` and not `badexample.com`.',
  examples: {
    pass: [
      'containers: [{ name: web, image: "registry.example.com/web:1.2.3" }]',
    ],
    fail: [
      'containers: [{ name: web, image: "k8s.gcr.io/pause:3.2" }]',
      'containers: [{ name: web, image: "web:1.2.3" }]',
    ],
    notApplicable: [
      {
        given: 'containers: [{ name: web, image: "web:1.2.3" }]',
        surroundings: {},
      },
    ],
  },
  exampleSurroundings: {
    settings: { trustedRegistries: ['registry.example.com'] },
  },
  evaluate: (workload: Workload, context: ControlContext<never>): Judgement => {
    const judgement = judgeContainers(workload, context);
    return judgement.outcome === 'pass' && !context.settings.trustedRegistries
      ? notApplicable('notConfigured')
      : judgement;
  },
});

function isTrusted(registry: string, trusted: readonly string[]): boolean {
  return trusted.some(entry => {
    const host = entry.toLowerCase();
    return host.startsWith('.') ? registry.endsWith(host) : registry === host;
  });
}
