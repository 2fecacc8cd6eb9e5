import { ControlContext } from '../../model/control';
import { ProbeResult } from '../../model/evidence';
import { Judgement, Violation } from '../../model/finding';
import { graverSeverity, Severity } from '../../model/severity';
import { fail, pass, unlessMissing } from '../../kit';
import { defineFlagControl } from '../../kit/flags/defineFlagControl';
import {
  apiServerPod,
  HIDDEN_CONTROL_PLANE,
  MANAGED_CLUSTER,
} from '../../kit/flags/flagExamples';
import { unlessProbed } from '../../kit/flags/judgeFlags';

const CERTIFICATE = [
  '--tls-cert-file=/etc/kubernetes/pki/apiserver.crt',
  '--tls-private-key-file=/etc/kubernetes/pki/apiserver.key',
];
/** As OpenSSL names suites of TLS 1.2 with ephemeral keys and authenticated encryption, and as TLS 1.3 names all of its own. */
const STRONG_CIPHER = /^ECDHE-.*(?:GCM|CHACHA20)|^TLS_(?:AES|CHACHA20)_/;

export const apiserverServingTls = defineFlagControl({
  id: 'apiserver-serving-tls',
  title: 'The API server serves strong TLS',
  failureTitle: 'The API server serves weak TLS',
  why: 'Every password and token of the cluster travels to the API server, and weak TLS lets whoever listens read or alter them.',
  fix: `Give every API server a certificate of the cluster CA and strong settings:

\`\`\`
--tls-cert-file=/etc/kubernetes/pki/apiserver.crt
--tls-private-key-file=/etc/kubernetes/pki/apiserver.key
--tls-min-version=VersionTLS12
--tls-cipher-suites=TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256,TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256
\`\`\`

The suites of TLS 1.3 cannot be chosen, and are all strong.`,
  severity: 'high',
  frameworks: {
    nsa: ['N6', 'N4'],
    cis: { '1.12': ['1.2.24', '1.2.29'] },
    'nist-800-190': ['4.3.2'],
    'owasp-k8s': ['K06'],
  },
  references: [
    'https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/',
  ],
  needs: ['probes'],
  reads:
    'The flags of every API server: `--tls-cert-file` and `--tls-private-key-file` (no default: the server would sign its own), `--tls-min-version` (TLS 1.2 by default) and `--tls-cipher-suites` (suites without ECDHE, or with CBC or 3DES, are weak: medium severity). Where probes are switched on, a TLS handshake: versions below 1.2 have to be refused, and a weak suite must not be agreed on.',
  notes:
    'Where no suites are given, those of Go hold: below Kubernetes 1.30 they hold RSA key exchange, which fails; from 1.30 on they are ECDHE only, with CBC for old clients, which passes with a note. Where the probe could not offer an old version of TLS itself, it says nothing of it.',
  examples: {
    pass: [
      apiServerPod(...CERTIFICATE),
      apiServerPod(
        ...CERTIFICATE,
        '--tls-min-version=VersionTLS13',
        '--tls-cipher-suites=TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384',
      ),
    ],
    fail: [
      apiServerPod(...CERTIFICATE, '--tls-min-version=VersionTLS10'),
      apiServerPod(
        ...CERTIFICATE,
        '--tls-cipher-suites=TLS_RSA_WITH_AES_256_CBC_SHA',
      ),
    ],
    notApplicable: [MANAGED_CLUSTER],
    notEvaluated: [HIDDEN_CONTROL_PLANE],
  },
  judge(byFlags, context) {
    const handshake = handshakeOf(context);
    if (!handshake) return unlessProbed(byFlags, context);
    const seen = weaknessesOf(handshake);
    if (seen.length > 0) return joined(byFlags, seen, context.severity);
    const isProven = handshake.refusesOldVersions === true;
    return isProven && byFlags.reason !== undefined
      ? pass(
          `from a TLS handshake: ${handshake.version}, older versions are refused`,
        )
      : byFlags;
  },
});

type Handshake = Extract<ProbeResult, { probe: 'tls' }>;

interface Weakness {
  readonly violation: Violation;
  readonly severity: Severity;
}

function handshakeOf({
  inventory,
}: ControlContext<'probes'>): Handshake | undefined {
  const probes = unlessMissing(() => inventory.probes) ?? [];
  return probes.find((one): one is Handshake => one.probe === 'tls');
}

function weaknessesOf(handshake: Handshake): readonly Weakness[] {
  const isWeak = !STRONG_CIPHER.test(handshake.cipher);
  return [
    ...(handshake.refusesOldVersions === false
      ? [weakness('takes TLS 1.1 or older', 'high', 'TLS 1.2 or newer only')]
      : []),
    ...(isWeak
      ? [
          weakness(
            'agrees on a weak cipher suite',
            'medium',
            'ECDHE with GCM or ChaCha20',
          ),
        ]
      : []),
  ];
}

function weakness(
  what: string,
  severity: Severity,
  expected: string,
): Weakness {
  return {
    severity,
    violation: {
      path: 'API server',
      field: `API server TLS ${severity}`,
      message: `the API server ${what}`,
      expected,
    },
  };
}

function joined(
  byFlags: Judgement,
  seen: readonly Weakness[],
  severity: Severity,
): Judgement {
  const failed = byFlags.outcome === 'fail';
  const gravest = seen.map(one => one.severity).reduce(graverSeverity);
  return fail(
    [...(failed ? byFlags.violations : []), ...seen.map(one => one.violation)],
    {
      severity: failed
        ? graverSeverity(byFlags.severity ?? severity, gravest)
        : gravest,
      note: [failed ? byFlags.note : '', 'from a TLS handshake']
        .filter(Boolean)
        .join(' and '),
    },
  );
}
