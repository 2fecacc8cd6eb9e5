import { apiServerPod } from '../../kit/flags/flagExamples';
import { judgeCase, testControl } from '../../testing';
import { siemAlerting } from './siemAlerting';

const LIVE = { fromCluster: true };
const MANUAL = { outcome: 'notEvaluated', reason: 'manual' } as const;
const NAMESPACE = 'apiVersion: v1\nkind: Namespace\nmetadata: { name: shop }';
const ALERTMANAGER = `apiVersion: apps/v1
kind: StatefulSet
metadata: { name: alertmanager, namespace: monitoring }
spec:
  template:
    spec: { containers: [{ name: main, image: "quay.io/prometheus/alertmanager:v0.29.0" }] }`;
const rule = (name: string) => `
---
apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata: { name: ${name}, namespace: monitoring }`;

testControl(siemAlerting, [
  {
    name: 'Alertmanager and rules',
    given: `${ALERTMANAGER}${rule('a')}${rule('b')}`,
    ...LIVE,
    ...MANUAL,
    note: 'seen: Alertmanager, 2 PrometheusRules',
  },
  {
    name: 'one rule',
    given: `${NAMESPACE}${rule('a')}`,
    ...LIVE,
    ...MANUAL,
    note: 'seen: 1 PrometheusRule',
  },
  {
    name: 'a webhook for audit events',
    given: apiServerPod('--audit-webhook-config-file=/etc/kubernetes/w.yaml'),
    ...LIVE,
    ...MANUAL,
    note: 'seen: a webhook for audit events',
  },
  {
    name: 'an API server without one',
    given: apiServerPod('--audit-log-path=-'),
    ...LIVE,
    ...MANUAL,
  },
  {
    name: 'what was not read is left out',
    given: `${ALERTMANAGER}${rule('a')}`,
    ...LIVE,
    unread: { prometheusRules: 'forbidden', staticPods: 'forbidden' },
    ...MANUAL,
    note: 'seen: Alertmanager',
  },
]);

it('says nothing where nothing is seen', () => {
  const row = { name: 'nothing', given: NAMESPACE, ...LIVE, ...MANUAL };
  expect(judgeCase(siemAlerting, row).note).toBeUndefined();
});
