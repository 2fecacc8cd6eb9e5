import { MalformedInput } from './malformedInput';
import { openPortsReport } from './openPorts';

const report = (spec: Record<string, unknown>, status = {}) => ({
  apiVersion: 'hostdata.kubescape.cloud/v1beta1',
  kind: 'OpenPorts',
  metadata: { name: 'a' },
  spec,
  status,
});

describe('openPortsReport', () => {
  it('reads ports on which something listens', () => {
    const read = openPortsReport(
      report(
        {
          nodeName: 'worker-1',
          tcpPorts: [
            { localPort: 22, remotePort: 0 },
            { localPort: 6443 },
            { localPort: 40000, remotePort: 443 },
          ],
          udpPorts: [{ localPort: 53, remotePort: 0 }],
        },
        { lastSensed: '2026-11-20T06:00:00Z' },
      ),
    );
    expect(read.node).toBe('worker-1');
    expect(read.sensedAt).toBe(Date.UTC(2026, 10, 20, 6));
    expect([...read.listening]).toEqual([22, 6443]);
  });

  it('goes by the name of the object where the node is not named', () => {
    expect(openPortsReport(report({}))).toEqual({
      node: 'a',
      listening: new Set(),
    });
  });

  it.each([{ tcpPorts: 7 }, { tcpPorts: [{ localPort: '22' }] }])(
    'refuses %j',
    spec => {
      expect(() => openPortsReport(report(spec))).toThrow(MalformedInput);
    },
  );
});
