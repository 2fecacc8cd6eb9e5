import { allControls } from 'security-posture-engine';
import { cisEditionsPage } from './cisEditionsPage';

describe('cisEditionsPage', () => {
  const page = cisEditionsPage(allControls());

  it.each([
    '- **5.2.13** (5.2.12 in 1.12) Host ports are not admitted: [host-port](../controls/host-port.md)',
    '- **1.2.2** `--token-auth-file` is not set: [apiserver-static-credentials](../controls/apiserver-static-credentials.md)',
    '## eks-1.8.0',
  ])('has %s', line => {
    expect(page.split('\n')).toContain(line);
  });
});
