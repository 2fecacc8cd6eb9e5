import {
  AUTHENTICATION_ANNOTATIONS,
  AUTHENTICATION_PROXIES,
} from '../../data/authenticationAnnotations';
import { agentsOf, agentsOfImage } from '../../data/agents';
import { Container } from '../../model/container';
import { ControlContext } from '../../model/control';
import { Agent } from '../../model/dataTables';
import { Judgement, Violation } from '../../model/finding';
import { KubernetesObject } from '../../model/kubernetesObject';
import { Workload } from '../../model/workload';
import {
  defineControl,
  fail,
  notApplicable,
  notEvaluated,
  pass,
} from '../../kit';
import { parseImageReference } from '../../read/imageReference';
import {
  exposureOfService,
  listenersOf,
  routesTo,
  servicesOfWorkload,
} from '../../relate/exposure';
import { ingressesOfWorkload } from '../../relate/ingressesOfWorkload';

type Context = ControlContext<
  'services' | 'ingresses' | 'gateways' | 'httpRoutes'
>;

/** One way from outside to a console. */
interface Door {
  readonly object: KubernetesObject;
  readonly asksForLogin: boolean;
}

export const managementInterfaceExposed = defineControl({
  id: 'management-interface-exposed',
  title: 'Consoles of administration are not open to the outside',
  failureTitle: 'A console without a login is open to the outside',
  why: 'Whoever reaches a console without a login can do what the console can: often everything in the cluster.',
  fix: 'Keep the Service at `type: ClusterIP` and let people in through a proxy that asks for their login, or by `kubectl port-forward`.',
  severity: 'high',
  category: 'network',
  scope: 'workload',
  frameworks: {
    nsa: ['N4'],
    'nist-800-190': ['4.3.2'],
    'owasp-k8s': ['K06'],
  },
  references: [
    'https://kubernetes.io/docs/tasks/access-application-cluster/web-ui-dashboard/',
  ],
  needs: ['services', 'ingresses', 'gateways', 'httpRoutes'],
  reads:
    'The images of the workload against a table of consoles (Kubernetes Dashboard, Argo, Prometheus, Kubeflow; with a login of their own Argo CD, Grafana, Jenkins), and whether a NodePort, an open load balancer, an Ingress or a route of a Gateway leads to it. An annotation for authentication on the Ingress, or a proxy in the pod that asks for a login, counts as one.',
  notes:
    'Consoles are told by their image, never by a name that somebody gave. Whether a login is strong, and whether a console with a login of its own has it switched on, only a person can say: such a console is to be attested.',
  examples: {
    pass: [console('prom/prometheus:v3.0.1', 'ClusterIP')],
    fail: [console('prom/prometheus:v3.0.1', 'NodePort')],
    notApplicable: ['containers: [{ name: web, image: "nginx:1.29" }]'],
    notEvaluated: [console('grafana/grafana:12.0.0', 'LoadBalancer')],
  },
  evaluate(workload, { inventory, tables }: Context): Judgement {
    const consoles = consolesOf(workload, agentsOf(tables.agents, 'console'));
    if (consoles.length === 0) return notApplicable('nothingToJudge');
    const doors = doorsTo(workload, inventory);
    if (doors.length === 0) return pass();
    const hasLogin =
      consoles.every(({ ownLogin }) => ownLogin) || hasProxy(workload);
    const open = hasLogin
      ? []
      : doors.filter(({ asksForLogin }) => !asksForLogin);
    return open.length
      ? fail(open.map(door => violation(door, consoles[0])))
      : notEvaluated('manual', `${consoles[0].name} is open, with a login`);
  },
});

function consolesOf(workload: Workload, known: readonly Agent[]): Agent[] {
  const consoles: Agent[] = [];
  for (const container of workload.containers) {
    const { image } = container;
    for (const agent of image ? agentsOfImage(known, image) : [])
      if (agent.command === undefined || runs(agent.command, container))
        consoles.push(agent);
  }
  return consoles;
}

/** One image may hold several programs: the command tells which it is; without one it is the image's own choice. */
function runs(command: string, { commandLine }: Container): boolean {
  const all = [...commandLine.command, ...commandLine.args];
  return (
    all.length === 0 ||
    all.some(word => word.slice(word.lastIndexOf('/') + 1) === command)
  );
}

function doorsTo(workload: Workload, inventory: Context['inventory']): Door[] {
  const services = servicesOfWorkload(workload, inventory.services);
  const open = services.filter(service =>
    ['nodePort', 'loadBalancer'].includes(exposureOfService(service)),
  );
  const ingresses = ingressesOfWorkload(
    workload,
    inventory.ingresses,
    inventory.services,
  );
  const routes = routesTo(
    services,
    workload.namespace,
    inventory.httpRoutes,
  ).filter(route => listenersOf(route, inventory.gateways).length > 0);
  return [
    ...[...open, ...routes].map(object => ({ object, asksForLogin: false })),
    ...ingresses.map(object => ({
      object,
      asksForLogin: hasLoginInFront(object),
    })),
  ];
}

function hasLoginInFront({ metadata }: KubernetesObject): boolean {
  return Object.keys(metadata.annotations ?? {}).some(key =>
    AUTHENTICATION_ANNOTATIONS.some(pattern => pattern.test(key)),
  );
}

function hasProxy({ containers }: Workload): boolean {
  return containers.some(({ image }) => {
    const path = image && parseImageReference(image)?.repository;
    return (
      path !== undefined &&
      AUTHENTICATION_PROXIES.some(
        proxy => path === proxy || `${path}`.endsWith(`/${proxy}`),
      )
    );
  });
}

function violation({ object }: Door, { name }: Agent): Violation {
  const place = `${object.kind} ${object.metadata.name}`;
  return {
    path: place,
    field: `${place} ${name}`,
    message: `${object.kind} "${object.metadata.name}" opens ${name}, which asks for no login`,
    expected: 'no way from outside without a login',
  };
}

function console(image: string, type: string): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata: { name: console, namespace: monitoring }
spec:
  template:
    metadata: { labels: { app: console } }
    spec: { containers: [{ name: console, image: "${image}" }] }
---
apiVersion: v1
kind: Service
metadata: { name: console, namespace: monitoring }
spec: { selector: { app: console }, type: ${type} }`;
}
