import { Workload } from 'security-posture-engine';
import { exemptAnnotationsOf } from '../sweep/exemptAnnotations';
import { readExempt } from './readExempt';

const REASON = 'The vendor mends it in spring';

describe('the annotations of a workload', () => {
  const kept = (annotations: unknown) =>
    exemptAnnotationsOf(
      new Workload({
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        metadata: {
          name: 'web',
          annotations: annotations as Record<string, string>,
        },
        spec: {},
      }),
    );

  it.each<[string, unknown, object | undefined]>([
    ['none', {}, undefined],
    ['no exemption', { 'security-posture.io/exempt': ' ' }, undefined],
    [
      'a reason alone',
      { 'security-posture.io/exempt-reason': REASON },
      undefined,
    ],
    ['the wrong type', { 'security-posture.io/exempt': 7 }, undefined],
    [
      'all three, and no other',
      {
        'security-posture.io/exempt': ' host-network ',
        'security-posture.io/exempt-reason': REASON,
        'security-posture.io/exempt-until': '2026-12-31',
        token: 'very-secret',
      },
      { controls: 'host-network', reason: REASON, until: '2026-12-31' },
    ],
  ])('with %s', (_, annotations, expected) => {
    expect(kept(annotations)).toEqual(expected);
  });

  it.each(['a', '"', '😀', '\u0000'])(
    'are cut to 600 bytes together, whatever they are made of: %j',
    character => {
      const text = character.repeat(5000);
      const facts = kept({
        'security-posture.io/exempt': text,
        'security-posture.io/exempt-reason': text,
        'security-posture.io/exempt-until': text,
      });
      expect(Buffer.byteLength(JSON.stringify(facts))).toBeLessThan(640);
    },
  );
});

describe('what annotations ask for', () => {
  const read = (controls: string, rest = {}) =>
    readExempt({ controls, ...rest }, id => id.startsWith('host-'));

  it('is one exemption for each control, and what is no control', () => {
    const asked = read('host-network, host-pid ,, nope,host-network');
    expect(asked.controls).toEqual(['host-network', 'host-pid']);
    expect(asked.unknown).toEqual(['nope']);
  });

  it('is at most 20 controls', () => {
    const many = Array.from({ length: 30 }, (_, n) => `host-${n}`).join(',');
    expect(read(many).controls).toHaveLength(20);
  });

  const whole = { reason: REASON, until: '2026-12-31' };

  it.each<[string, object, number | undefined, string[]]>([
    ['a day, to its end', whole, Date.UTC(2027, 0, 1), []],
    [
      'a time',
      { ...whole, until: '2026-12-31T12:00:00Z' },
      Date.UTC(2026, 11, 31, 12),
      [],
    ],
    [
      'no day',
      { ...whole, until: 'spring' },
      undefined,
      ['The annotation says until when, but not as a day such as 2026-12-31'],
    ],
    [
      'a day that is not there',
      { ...whole, until: '2026-13-45' },
      undefined,
      ['The annotation says until when, but not as a day such as 2026-12-31'],
    ],
    [
      'no end',
      { reason: REASON },
      undefined,
      ['The annotation does not say until when'],
    ],
    [
      'no reason',
      { until: '2026-12-31' },
      Date.UTC(2027, 0, 1),
      ['The annotation says no reason of at least 10 characters'],
    ],
    [
      'a reason that says nothing',
      { ...whole, reason: 'because' },
      Date.UTC(2027, 0, 1),
      ['The annotation says no reason of at least 10 characters'],
    ],
  ])('lasts until %s', (_, rest, until, missing) => {
    const asked = read('host-network', rest);
    expect(asked.until).toBe(until);
    expect(asked.missing).toEqual(missing);
  });
});
