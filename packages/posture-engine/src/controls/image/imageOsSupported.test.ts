import { ControlCase, testControl } from '../../testing';
import { runningPod, scannedPod } from '../../testing/scannedPod';
import { imageOsSupported } from './imageOsSupported';

const on = (os: string) =>
  scannedPod({ report: `  os: ${os}\n  vulnerabilities: []` });

const rows: readonly ControlCase[] = [
  {
    name: 'a system whose support has ended',
    given: on('{ family: debian, name: "10.13", eosl: true }'),
    outcome: 'fail',
    message: 'support for debian 10.13 has ended',
  },
  {
    name: 'a supported system',
    given: on('{ family: alpine, name: "3.22" }'),
    outcome: 'pass',
    note: 'alpine 3.22',
  },
  {
    name: 'a system that is said to be supported',
    given: on('{ family: alpine, name: "3.22", eosl: false }'),
    outcome: 'pass',
  },
  {
    name: 'an image without a system',
    given: on('{}'),
    outcome: 'pass',
    note: 'no operating system',
  },
  {
    name: 'an image whose system is none',
    given: on('{ family: none }'),
    outcome: 'pass',
    note: 'no operating system',
  },
  {
    name: 'a report that says nothing of systems',
    given: on('null'),
    outcome: 'notEvaluated',
    reason: 'noReport',
  },
  {
    name: 'a word where true or false belongs',
    given: on('{ family: debian, eosl: "yes" }'),
    outcome: 'notEvaluated',
    reason: 'parseError',
  },
  {
    name: 'no report',
    given: runningPod(),
    outcome: 'notEvaluated',
    reason: 'noReport',
  },
];

testControl(
  imageOsSupported,
  rows.map(row => ({ fromCluster: true, ...row })),
);
