import { aDeployment, PRIVILEGED } from './__testUtils__/collected';
import { judgeIn } from './__testUtils__/judgeIn';
import { subjectHash } from './subjectHash';

describe('subjectHash', () => {
  const findings = judgeIn(aDeployment('web', PRIVILEGED), []);
  const content = {
    subject: findings[0].subject,
    uid: 'u',
    labels: '{}',
    facts: '{}',
    findings,
    inGap: new Set<string>(),
  };
  const failing = findings.findIndex(({ outcome }) => outcome === 'fail');
  const withFinding = (change: object) => ({
    ...content,
    findings: findings.map((finding, index) =>
      index === failing ? { ...finding, ...change } : finding,
    ),
  });

  it('is the same for the same', () => {
    expect(subjectHash(content)).toBe(
      subjectHash({ ...content, findings: [...findings], inGap: new Set() }),
    );
    expect(subjectHash(content)).toHaveLength(32);
  });

  it.each<[string, Parameters<typeof subjectHash>[0]]>([
    ['uid', { ...content, uid: 'other' }],
    ['labels', { ...content, labels: '{"own":{}}' }],
    ['facts', { ...content, facts: '{"images":[]}' }],
    [
      'API version',
      { ...content, subject: { ...content.subject, apiVersion: 'apps/v2' } },
    ],
    ['outcome', withFinding({ outcome: 'pass' })],
    ['reason', withFinding({ reason: 'forbidden' })],
    ['note', withFinding({ note: 'n' })],
    ['severity', withFinding({ severity: 'info' })],
    ['cause', withFinding({ consequenceOf: 'host-pid' })],
    ['violations', withFinding({ violations: [] })],
    ['gaps', { ...content, inGap: new Set([findings[0].control]) }],
  ])('differs with the %s', (_, other) => {
    expect(subjectHash(other)).not.toBe(subjectHash(content));
  });
});
