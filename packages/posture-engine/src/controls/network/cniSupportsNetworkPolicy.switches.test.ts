import { testControl } from '../../testing';
import {
  cluster,
  configMap,
  container,
  daemonSet,
} from '../../testing/nodeCases';
import { cniSupportsNetworkPolicy } from './cniSupportsNetworkPolicy';

const AWS = container(
  '602401143452.dkr.ecr.eu-central-1.amazonaws.com/amazon/aws-network-policy-agent:v1.2.7',
  ', args: ["--enable-network-policy=true"]',
);
const AWS_NETWORK = container(
  '602401143452.dkr.ecr.eu-central-1.amazonaws.com/amazon-k8s-cni:v1.20.4',
);
const SWITCHED_ON = configMap(
  'amazon-vpc-cni',
  '{ enable-network-policy-controller: "true" }',
);
const CILIUM = daemonSet(container('quay.io/cilium/cilium:v1.18.4'));

testControl(cniSupportsNetworkPolicy, [
  {
    name: 'AWS, switched on in both places',
    given: cluster(daemonSet(`${AWS_NETWORK}, ${AWS}`), SWITCHED_ON),
    fromCluster: true,
    outcome: 'pass',
  },
  ...(
    [
      ['without the ConfigMap', daemonSet(`${AWS_NETWORK}, ${AWS}`)],
      [
        'off in the ConfigMap',
        `${daemonSet(`${AWS_NETWORK}, ${AWS}`)}\n---\n${SWITCHED_ON.replace(
          '"true"',
          '"false"',
        )}`,
      ],
      [
        'off by its argument',
        `${daemonSet(
          `${AWS_NETWORK}, ${AWS.replace('=true', '=false')}`,
        )}\n---\n${SWITCHED_ON}`,
      ],
      [
        'without its argument, which is off',
        `${daemonSet(
          `${AWS_NETWORK}, ${AWS.replace(
            '--enable-network-policy=true',
            '--enable-ipv6=false',
          )}`,
        )}\n---\n${SWITCHED_ON}`,
      ],
    ] as const
  ).map(([name, documents]) => ({
    name: `AWS, ${name}`,
    given: cluster(documents),
    fromCluster: true,
    outcome: 'fail' as const,
    severity: 'high' as const,
    message: 'AWS network policy agent runs and is not switched on',
  })),
  {
    name: 'AWS without the agent',
    given: cluster(daemonSet(AWS_NETWORK)),
    fromCluster: true,
    outcome: 'fail',
    at: ['DaemonSet kube-system/agent spec.template.spec.containers[0].image'],
    message: 'Amazon VPC CNI connects the pods and enforces no policy',
  },
  {
    name: 'AWS beside Calico',
    given: cluster(
      daemonSet(
        `${AWS_NETWORK}, ${AWS.replace('=true', '=false')}`,
        'aws-node',
      ),
      daemonSet(container('calico/node:v3.31.0')),
    ),
    fromCluster: true,
    outcome: 'pass',
    note: 'enforced by Calico',
  },
  {
    name: 'Cilium that enforces always',
    given: cluster(
      CILIUM,
      configMap('cilium-config', '{ enable-policy: always }'),
    ),
    fromCluster: true,
    outcome: 'pass',
  },
  {
    name: 'Cilium that enforces never',
    given: cluster(
      CILIUM,
      configMap('cilium-config', '{ enable-policy: never }'),
    ),
    fromCluster: true,
    outcome: 'fail',
    at: ['ConfigMap kube-system/cilium-config data.enable-policy'],
  },
  {
    name: 'kube-router without its firewall',
    given: cluster(
      daemonSet(
        container(
          'cloudnativelabs/kube-router:v2.6.0',
          ', args: ["--run-router=true", "--run-firewall=false"]',
        ),
      ),
    ),
    fromCluster: true,
    outcome: 'fail',
    at: ['DaemonSet kube-system/agent spec.template.spec.containers[0].args'],
  },
]);
