import { parseFlags } from './parseFlags';

const asText = (...lines: readonly string[]) =>
  [
    '',
    'kube-apiserver flags',
    'Warning: This endpoint is not meant to be machine parseable.',
    '',
    ...lines,
    '',
  ].join('\n');

describe('parseFlags', () => {
  it.each([
    ['a colon', ':'],
    ['a colon and a blank', ': '],
    ['an equals sign', '='],
    ['a blank', ' '],
  ])('reads the text form with %s', (_, delimiter) => {
    expect(
      parseFlags(
        asText(
          `anonymous-auth${delimiter}false`,
          `tls-cipher-suites${delimiter}[A,B]`,
          `audit-log-path${delimiter}`,
          `service-account-issuer${delimiter}https://a.example.com:6443`,
        ),
      ),
    ).toEqual({
      'anonymous-auth': 'false',
      'tls-cipher-suites': '[A,B]',
      'audit-log-path': '',
      'service-account-issuer': 'https://a.example.com:6443',
    });
  });

  it('reads the structured form of any version', () => {
    const flags = { 'anonymous-auth': 'true' };
    expect(
      parseFlags(
        JSON.stringify({
          kind: 'Flagz',
          apiVersion: 'config.k8s.io/v1beta2',
          flags,
        }),
      ),
    ).toEqual(flags);
  });

  it.each([
    ['a page', '<html>Sign in</html>'],
    ['another object', '{"kind":"Status"}'],
    ['half an object', '{"kind":"Flagz","fl'],
    ['half a text', asText('anonymous-auth=fal').trimEnd()],
    ['nothing', ''],
  ])('takes %s for no flags', (_, answer) => {
    expect(parseFlags(answer)).toBeUndefined();
  });
});
