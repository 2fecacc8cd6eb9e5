import { aFinding, aResource, minutesAgo } from '../testing/samples';
import { groupFindings } from './groupFindings';

const staging = aResource({ cluster: 'staging' });

describe('groupFindings', () => {
  it('puts the findings of a control into one row', () => {
    const opened = minutesAgo(9999);
    const [group, ...others] = groupFindings(
      [
        aFinding({ key: 'a', openedAt: minutesAgo(1) }),
        aFinding({ key: 'b', resource: staging, openedAt: opened }),
      ],
      'control',
    );
    expect(others).toEqual([]);
    expect(group).toMatchObject({
      title: 'A container runs privileged',
      clusters: ['prod-eu', 'staging'],
      subjects: [aResource(), staging],
      openedAt: opened,
    });
  });

  it('names a subject with several findings once', () => {
    const [group] = groupFindings(
      [aFinding({ key: 'a', control: 'a' }), aFinding({ key: 'b' })],
      'subject',
    );
    expect(group.subjects).toEqual([aResource()]);
  });

  it('keeps what fails apart from what could not be judged', () => {
    const groups = groupFindings(
      [
        aFinding({ key: 'a' }),
        aFinding({ key: 'b', outcome: 'notEvaluated', title: 'Requirement' }),
      ],
      'control',
    );
    expect(groups.map(({ title }) => title)).toEqual([
      'A container runs privileged',
      'Requirement',
    ]);
  });

  it('tells workloads of one name in two clusters apart', () => {
    const groups = groupFindings(
      [aFinding({ key: 'a' }), aFinding({ key: 'b', resource: staging })],
      'subject',
    );
    expect(groups.map(({ title, clusters }) => [title, clusters])).toEqual([
      ['deploy/payments-api', ['prod-eu']],
      ['deploy/payments-api', ['staging']],
    ]);
  });

  it('orders groups by their gravest finding, else as they come', () => {
    const groups = groupFindings(
      [
        aFinding({ key: 'a', control: 'a', severity: 'low' }),
        aFinding({ key: 'b', control: 'b', severity: 'high' }),
        aFinding({ key: 'c', control: 'c', severity: 'low' }),
        aFinding({ key: 'd', control: 'a', severity: 'critical' }),
      ],
      'control',
    );
    expect(groups.map(({ findings }) => findings[0].control)).toEqual([
      'a',
      'b',
      'c',
    ]);
    expect(groups[0].severity).toBe('critical');
  });

  it('names a cause only where all findings share it', () => {
    const follows = aFinding({ key: 'a', consequenceOf: 'host-network' });
    const stands = aFinding({ key: 'b' });
    expect(groupFindings([follows], 'control')[0].consequenceOf).toBe(
      'host-network',
    );
    expect(
      groupFindings([follows, stands], 'control')[0].consequenceOf,
    ).toBeUndefined();
  });
});
