import { KubernetesObject } from '../model/kubernetesObject';
import { dateAt } from './dates';
import { numberAt, objectOrEmpty, objectsAt, stringAt } from './typedReads';

/** What an OpenPorts of Kubescape says of one node. */
export interface OpenPortsReport {
  readonly node: string;
  /** Epoch milliseconds; undefined where the report does not say. */
  readonly sensedAt?: number;
  /** TCP ports on which something listens. */
  readonly listening: ReadonlySet<number>;
}

/** Reads an OpenPorts. Throws MalformedInput on values of the wrong type. */
export function openPortsReport(report: KubernetesObject): OpenPortsReport {
  const spec = objectOrEmpty(report, 'spec', '');
  const status = objectOrEmpty(report, 'status', '');
  const sensedAt = dateAt(status, 'lastSensed', 'status');
  return {
    node: stringAt(spec, 'nodeName', 'spec') || report.metadata.name,
    ...(sensedAt === undefined ? {} : { sensedAt }),
    listening: new Set(
      objectsAt(spec, 'tcpPorts', 'spec')
        .filter(port => !numberAt(port, 'remotePort', 'spec.tcpPorts'))
        .flatMap(port => numberAt(port, 'localPort', 'spec.tcpPorts') ?? []),
    ),
  };
}
