import { ControlContext } from '../../model/control';
import { ProbeResult } from '../../model/evidence';
import { Violation } from '../../model/finding';
import {
  defineClusterControl,
  fail,
  notEvaluated,
  pass,
  unlessMissing,
} from '../../kit';
import { reasonMissing } from '../../kit/reasonMissing';
import { DAY, dayOf } from '../../read/dates';
import {
  KubeletRotation,
  kubeletRotation,
  KubeletRotationNeed,
} from '../../relate/controlPlane/kubeletRotation';
import { IMPORT_NEEDS } from '../../relate/imports/importedVerdicts';

const LEAST_DAYS_LEFT = 30;
/** A year and a month: kubeadm issues certificates for a year. */
const MOST_DAYS = 398;
const MOST_VIOLATIONS = 20;

const kubeletConfig = (lines: string) => `apiVersion: v1
kind: ConfigMap
metadata: { name: kubelet-config, namespace: kube-system }
data:
  kubelet: |
    kind: KubeletConfiguration
    ${lines}`;

const probed = (given: string, notBefore: number, notAfter: number) => ({
  given,
  surroundings: {
    fromCluster: true,
    evidence: {
      probes: [
        {
          probe: 'tls' as const,
          version: 'TLSv1.3',
          cipher: 'TLS_AES_128_GCM_SHA256',
          notBefore,
          notAfter,
        },
      ],
    },
  },
});

const MARCH = Date.UTC(2026, 2, 1);

export const certificateLifetime = defineClusterControl({
  id: 'certificate-lifetime',
  title: 'Certificates are short-lived and renewed',
  failureTitle: 'A certificate lives too long, or is not renewed',
  why: 'A certificate that nobody renews ends in an outage, and one that lives for years serves whoever stole it for years.',
  fix: 'Renew the certificates of the control plane (`kubeadm certs renew all`, then restart its pods), for a year at most. Set `rotateCertificates: true` in the configuration of every kubelet.',
  severity: 'medium',
  category: 'controlPlane',
  scope: 'controlPlane',
  frameworks: {
    nsa: ['N6'],
    cis: { '1.12': ['1.3.6', '4.2.10', '4.2.11'] },
    'owasp-k8s': ['K09'],
  },
  references: [
    'https://kubernetes.io/docs/tasks/administer-cluster/kubeadm/kubeadm-certs/',
    'https://kubernetes.io/docs/tasks/tls/certificate-rotation/',
  ],
  needs: [
    ...IMPORT_NEEDS,
    'probes',
    'kubeSystemConfigMaps',
    'kubescapeKubeletInfos',
  ],
  reads:
    'Where probes are switched on, the serving certificate of the API server: it has to hold for 30 days more, and for 398 days in all at most. Whether kubelets renew their certificates (`rotateCertificates`, false where it is not set): in the ConfigMap `kubelet-config` of kubeadm, in the KubeletInfo of Kubescape, and in failures that kube-bench and the operator of Trivy report.',
  notes:
    'kubeadm issues certificates for a year and turns renewal on, so 398 days leave it room. The ConfigMap says what was declared, not what each kubelet took. kube-bench and Trivy pass a kubelet whose setting is left out; here it fails, so their passes are not gone by.',
  exampleSurroundings: { fromCluster: true },
  examples: {
    pass: [
      probed(
        kubeletConfig('rotateCertificates: true'),
        MARCH,
        MARCH + 365 * DAY,
      ),
    ],
    fail: [
      kubeletConfig('staticPodPath: /etc/kubernetes/manifests'),
      probed(
        kubeletConfig('rotateCertificates: true'),
        MARCH,
        MARCH + 3650 * DAY,
      ),
    ],
    notEvaluated: [
      kubeletConfig('rotateCertificates: true'),
      {
        given: kubeletConfig('rotateCertificates: true'),
        surroundings: { fromCluster: true, unread: { probes: 'probeOff' } },
      },
    ],
  },
  evaluate(_, context: ControlContext<KubeletRotationNeed | 'probes'>) {
    const rotation = kubeletRotation(context);
    const handshake = handshakeOf(context);
    const violations = [
      ...(handshake ? violationsOf(handshake, context.now) : []),
      ...rotation.filter(({ rotates }) => !rotates).map(violationOfKubelet),
    ];
    const sources = [
      ...(handshake ? ['a TLS handshake'] : []),
      ...new Set(rotation.map(({ source }) => source)),
    ];
    const note = `from ${sources.join(' and ')}`;
    if (violations.length > 0)
      return fail(violations.slice(0, MOST_VIOLATIONS), { note });
    if (handshake && rotation.length > 0) return pass(note);
    return sources.length > 0
      ? notEvaluated(
          'partial',
          `${note}; unknown: ${
            handshake
              ? 'whether kubelets renew their certificates'
              : 'the certificate of the API server'
          }`,
        )
      : notEvaluated(
          reasonMissing(() => context.inventory.probes) ?? 'noReport',
        );
  },
});

type Handshake = Extract<ProbeResult, { probe: 'tls' }>;

function handshakeOf({
  inventory,
}: ControlContext<'probes'>): Handshake | undefined {
  const probes = unlessMissing(() => inventory.probes) ?? [];
  return probes.find((one): one is Handshake => one.probe === 'tls');
}

function violationsOf(
  { notBefore, notAfter }: Handshake,
  now: number,
): readonly Violation[] {
  const days = Math.round((notAfter - notBefore) / DAY);
  const place = { path: 'API server', actual: dayOf(notAfter) };
  return [
    ...(notAfter - now < LEAST_DAYS_LEFT * DAY
      ? [
          {
            ...place,
            field: 'API server certificate end',
            message:
              notAfter < now
                ? 'the certificate of the API server has expired'
                : `the certificate of the API server ends within ${LEAST_DAYS_LEFT} days`,
            expected: `${LEAST_DAYS_LEFT} days from now or later`,
          },
        ]
      : []),
    ...(days > MOST_DAYS
      ? [
          {
            ...place,
            field: 'API server certificate lifetime',
            message: `the certificate of the API server is valid for ${days} days`,
            actual: days,
            expected: `at most ${MOST_DAYS} days`,
          },
        ]
      : []),
  ];
}

function violationOfKubelet({ place, source }: KubeletRotation): Violation {
  return {
    path: place,
    field: `${place} rotateCertificates`,
    message: `kubelets do not renew their certificates, by ${source}`,
    expected: true,
  };
}
