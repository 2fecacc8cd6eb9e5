import { ControlContext } from '../../model/control';
import { Judgement } from '../../model/finding';
import { fail, notApplicable } from '../../kit';
import { defineFlagControl } from '../../kit/flags/defineFlagControl';
import {
  apiServerPod,
  HIDDEN_CONTROL_PLANE,
  MANAGED_CLUSTER,
} from '../../kit/flags/flagExamples';
import { FlagNeed } from '../../kit/flags/judgeFlags';
import { controlPlaneFlags } from '../../relate/controlPlane/controlPlaneFlags';
import { FlaggedProgram } from '../../relate/controlPlane/flagSource';

const LOG = '--audit-log-path=/var/log/kubernetes/audit/audit.log';

export const apiserverAuditRetention = defineFlagControl({
  id: 'apiserver-audit-retention',
  title: 'Audit logs are kept for long enough',
  failureTitle: 'Audit logs are not kept as long as they should be',
  why: 'Most break-ins are found weeks later, and an audit log that is overwritten by then tells nothing.',
  fix: `Give every API server

\`\`\`
--audit-log-maxage=30
--audit-log-maxbackup=10
--audit-log-maxsize=100
\`\`\`

or more, and ship the log off the node.`,
  severity: 'low',
  frameworks: {
    nsa: ['L2', 'L8'],
    cis: { '1.12': ['1.2.17', '1.2.18', '1.2.19'] },
    'owasp-k8s': ['K10'],
  },
  references: [
    'https://kubernetes.io/docs/tasks/debug/debug-cluster/audit/#log-backend',
  ],
  reads:
    'The flags `--audit-log-maxage` (at least 30 days), `--audit-log-maxbackup` (at least 10 files) and `--audit-log-maxsize` (at least 100 MB) of every API server; each is 0 where it is not set. It does not apply where events go to a webhook only, or to standard output (`--audit-log-path=-`).',
  notes:
    'A value of 0 bounds nothing, so that files are kept until the disk is full: the benchmark asks for bounds that somebody chose. Where logs are shipped off the node, size and number of files matter little. Without an audit log this is a consequence of `apiserver-audit-log`.',
  examples: {
    pass: [
      apiServerPod(
        LOG,
        '--audit-log-maxage=30',
        '--audit-log-maxbackup=10',
        '--audit-log-maxsize=100',
      ),
    ],
    fail: [apiServerPod(LOG, '--audit-log-maxage=7')],
    notApplicable: [
      apiServerPod(
        '--audit-webhook-config-file=/etc/kubernetes/audit/hook.yaml',
      ),
      apiServerPod('--audit-log-path=-'),
      MANAGED_CLUSTER,
    ],
    notEvaluated: [HIDDEN_CONTROL_PLANE],
  },
  judge(byFlags, context) {
    const programs = programsOf(context);
    if (programs.length > 0 && programs.every(writesNoFile))
      return programs.some(isAudited)
        ? notApplicable(
            'nothingToJudge',
            'no API server writes its audit log to a file',
          )
        : withoutLog(byFlags);
    return byFlags;
  },
});

function programsOf(
  context: ControlContext<FlagNeed>,
): readonly FlaggedProgram[] {
  return controlPlaneFlags(context, 'kube-apiserver')?.programs ?? [];
}

function writesNoFile({ flags, mayBeSet }: FlaggedProgram): boolean {
  const path = flags.get('audit-log-path')?.values.at(-1);
  return path === '-' || (!path && !mayBeSet('audit-log-path'));
}

function isAudited({ flags }: FlaggedProgram): boolean {
  return (
    flags.get('audit-log-path')?.values.at(-1) === '-' ||
    flags.has('audit-webhook-config-file')
  );
}

function withoutLog(byFlags: Judgement): Judgement {
  return byFlags.outcome === 'fail'
    ? fail(
        byFlags.violations.map(violation => ({
          ...violation,
          consequenceOf: 'apiserver-audit-log',
        })),
        { severity: byFlags.severity, note: byFlags.note },
      )
    : byFlags;
}
