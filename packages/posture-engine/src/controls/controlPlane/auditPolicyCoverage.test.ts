import { EvidenceLists } from '../../model/evidence';
import { parse } from 'yaml';
import { judgeCase, NOTHING, testControl } from '../../testing';
import { auditPolicyCoverage } from './auditPolicyCoverage';

const imported = (
  document: object,
  receivedAt = Date.UTC(2026, 10, 2),
): EvidenceLists['imports'] => ({
  kind: 'audit-policy',
  receivedAt,
  document: document as EvidenceLists['imports']['document'],
});
const given = (...imports: EvidenceLists['imports'][]) => ({
  given: NOTHING,
  fromCluster: true,
  evidence: { imports },
});
const policy = (...rules: readonly unknown[]) => ({
  apiVersion: 'audit.k8s.io/v1',
  kind: 'Policy',
  rules,
});
const SECRETS = {
  level: 'Metadata',
  resources: [
    { group: '', resources: ['secrets', 'configmaps'] },
    { group: 'authentication.k8s.io', resources: ['tokenreviews'] },
  ],
};
const ALL = { level: 'RequestResponse' };
const about = (level: string, resources: string[], rest: object = {}) => ({
  level,
  resources: [{ group: '', resources }],
  ...rest,
});

testControl(auditPolicyCoverage, [
  {
    name: 'Metadata for all',
    ...given(imported(policy({ level: 'Metadata' }))),
    outcome: 'pass',
    note: 'from the audit policy imported on 2026-11-02',
  },
  {
    name: 'Metadata for Secrets, and everything of the rest',
    ...given(imported(policy(SECRETS, ALL))),
    outcome: 'pass',
  },
  {
    name: 'everything of Secrets, as in appendix L of the guide',
    ...given(imported(policy(ALL))),
    outcome: 'fail',
    at: ['rules[0]', 'rules[0]', 'rules[0]'],
    message: 'secrets is logged with what it holds',
  },
  {
    name: 'the requests of Secrets, which hold them too',
    ...given(imported(policy(about('Request', ['secrets']), SECRETS, ALL))),
    outcome: 'fail',
    at: ['rules[0]'],
  },
  {
    name: 'the order decides: Secrets come too late',
    ...given(imported(policy(ALL, SECRETS))),
    outcome: 'fail',
  },
  {
    name: 'everything of Secrets for one user',
    ...given(
      imported(
        policy(
          about('RequestResponse', ['secrets'], { users: ['a'] }),
          SECRETS,
          ALL,
        ),
      ),
    ),
    outcome: 'fail',
  },
  {
    name: 'no rule for the rest',
    ...given(imported(policy(SECRETS))),
    outcome: 'fail',
    at: ['rules', 'rules', 'rules', 'rules', 'rules'],
    message: 'pods is logged by no rule',
  },
  {
    name: 'no rules',
    ...given(imported(policy())),
    outcome: 'fail',
  },
  {
    name: 'pods, and not what runs in them',
    ...given(
      imported(
        policy(SECRETS, about('Request', ['pods']), {
          level: 'Request',
          resources: [{ group: 'apps' }],
        }),
      ),
    ),
    outcome: 'fail',
    message: 'pods/exec is logged by no rule',
  },
  {
    name: 'all subresources of pods',
    ...given(
      imported(
        policy(SECRETS, about('Request', ['pods', 'pods/*']), {
          level: 'Request',
          resources: [{ group: 'apps' }],
        }),
      ),
    ),
    outcome: 'pass',
  },
  {
    name: 'shells left out',
    ...given(imported(policy(SECRETS, about('None', ['pods/exec']), ALL))),
    outcome: 'fail',
    message: 'pods/exec is not logged',
  },
  {
    name: 'shells left out for the reading verb, by which they are opened',
    ...given(
      imported(
        policy(SECRETS, about('None', ['*/exec'], { verbs: ['get'] }), ALL),
      ),
    ),
    outcome: 'fail',
  },
  {
    name: 'reading of pods left out',
    ...given(
      imported(
        policy(
          SECRETS,
          about('None', ['pods'], { verbs: ['get', 'list', 'watch'] }),
          ALL,
        ),
      ),
    ),
    outcome: 'pass',
  },
  {
    name: 'writing of pods left out',
    ...given(
      imported(
        policy(SECRETS, about('None', ['pods'], { verbs: ['create'] }), ALL),
      ),
    ),
    outcome: 'fail',
  },
  {
    name: 'a namespace left out',
    ...given(
      imported(
        policy(SECRETS, about('None', ['pods'], { namespaces: ['shop'] }), ALL),
      ),
    ),
    outcome: 'fail',
  },
  {
    name: 'users of the system left out',
    ...given(
      imported(
        policy({ level: 'None', userGroups: ['system:nodes'] }, SECRETS, ALL),
      ),
    ),
    outcome: 'pass',
  },
  {
    name: 'paths left out, which are no resources',
    ...given(
      imported(
        policy({ level: 'None', nonResourceURLs: ['/healthz*'] }, SECRETS, ALL),
      ),
    ),
    outcome: 'pass',
  },
  {
    name: 'one Secret by its name, which is not all',
    ...given(
      imported(
        policy(
          {
            level: 'Metadata',
            resources: [
              { group: '', resources: ['secrets'], resourceNames: ['a'] },
            ],
          },
          ALL,
        ),
      ),
    ),
    outcome: 'fail',
  },
  {
    name: 'the newest of two policies',
    ...given(
      imported(policy(SECRETS, ALL), Date.UTC(2026, 10, 9)),
      imported(policy(ALL), Date.UTC(2026, 10, 2)),
    ),
    outcome: 'pass',
    note: /2026-11-09/,
  },
  ...[
    ['no policy', { kind: 'Deployment' }],
    ['rules of the wrong type', { kind: 'Policy', rules: {} }],
    ['a level that there is not', policy({ level: 'Everything' })],
    ['a rule of the wrong type', policy('all')],
    ['verbs of the wrong type', policy({ level: 'None', verbs: 'get' })],
  ].map(([name, document]) => ({
    name: name as string,
    ...given(imported(document as object)),
    outcome: 'notEvaluated' as const,
    reason: 'parseError' as const,
  })),
  {
    name: 'none imported',
    ...given(),
    outcome: 'notEvaluated',
    reason: 'manual',
  },
  {
    name: 'imports that may not be read',
    given: NOTHING,
    fromCluster: true,
    unread: { imports: 'unreachable' },
    outcome: 'notEvaluated',
    reason: 'unreachable',
  },
]);

it('offers a policy that passes', () => {
  const [, yaml] = /```yaml\n([\s\S]*?)```/.exec(auditPolicyCoverage.fix) ?? [];
  const document = { kind: 'Policy', ...parse(yaml ?? '') };
  expect(document.rules.length).toBeGreaterThan(3);
  const finding = judgeCase(auditPolicyCoverage, {
    name: '',
    ...given(imported(document)),
    outcome: 'pass',
  });
  expect([finding.outcome, finding.violations]).toEqual(['pass', []]);
});
