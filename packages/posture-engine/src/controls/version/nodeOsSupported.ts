import { Support, supportOf } from '../../data/supportDates';
import { endedMessage, endingNote, lineName } from '../../data/supportWords';
import { ControlContext } from '../../model/control';
import { ObjectSubject } from '../../model/judgedSubject';
import { Judgement, Violation } from '../../model/finding';
import { milderSeverity, Severity } from '../../model/severity';
import {
  defineNodeControl,
  fail,
  judgedByTable,
  notEvaluated,
  pass,
} from '../../kit';
import { NODE_INFO_PATH, nodeInfoOf } from '../../relate/nodeInfo';
import { systemOfNode } from '../../relate/systemOfNode';

const PATH = `${NODE_INFO_PATH}.osImage`;

export const nodeOsSupported = defineNodeControl({
  id: 'node-os-supported',
  title: 'The operating system of the node is supported',
  failureTitle: 'Nobody mends the operating system of the node any more',
  why: 'All containers of a node share its kernel, so a hole that stays open there leads out of every one of them.',
  fix: 'Replace the node by one with an image of a supported release; where nodes are made from a template, change the image there.',
  severity: 'medium',
  category: 'version',
  scope: 'node',
  frameworks: {
    nsa: ['U1'],
    'nist-800-190': ['4.5.1', '4.5.3'],
    'owasp-k8s': ['K07'],
  },
  references: ['https://endoflife.date/tags/linux-distribution'],
  needs: [],
  reads:
    '`status.nodeInfo.osImage` of the node (on Windows also `kernelVersion`) and the table of support dates. Systems that the table does not have, or whose name tells no release (Container-Optimized OS, Bottlerocket, Talos, Flatcar), are not evaluated.',
  notes:
    'Debian LTS comes to everyone and passes with a note. Extended support that has to be bought (Ubuntu Pro, RHEL ELS) shows on no node: the control fails then, one step milder for as long as it could be bought.',
  examples: {
    pass: [
      `apiVersion: v1
kind: Node
metadata: { name: worker-1 }
status: { nodeInfo: { osImage: Ubuntu 24.04.3 LTS } }`,
    ],
    fail: [
      `apiVersion: v1
kind: Node
metadata: { name: worker-1 }
status: { nodeInfo: { osImage: Amazon Linux 2 } }`,
    ],
    notEvaluated: [
      `apiVersion: v1
kind: Node
metadata: { name: worker-1 }
status: { nodeInfo: { osImage: Container-Optimized OS from Google } }`,
    ],
  },
  exampleSurroundings: { fromCluster: true, serverVersion: 'v1.36.4' },
  evaluate(
    { object }: ObjectSubject,
    { tables: { supportDates }, now, severity }: ControlContext,
  ): Judgement {
    const info = nodeInfoOf(object);
    if (!info.osImage)
      return notEvaluated('partial', 'the node reports no operating system');
    const system = systemOfNode(info);
    const support =
      system && supportOf(supportDates, system.product, system.cycle, now);
    return support
      ? judgedByTable(
          judgeSystem(support, info.osImage, severity),
          supportDates,
          now,
        )
      : notEvaluated(
          'staleData',
          `${info.osImage} is not in the table of ${supportDates.asOf}`,
        );
  },
});

function judgeSystem(
  support: Support,
  osImage: string,
  severity: Severity,
): Judgement {
  const { product, state, ends } = support;
  if (state === 'supported') return pass();
  if (state === 'ending') return pass(endingNote(support));
  if (state === 'ended') return fail([placeOf(endedMessage(support), osImage)]);
  if (product.extendedForEveryone)
    return pass(`${lineName(support)} is in long-term support until ${ends}`);
  return fail([placeOf(endedMessage(support, support.cycle.ends), osImage)], {
    severity: milderSeverity(severity),
    note: `extended support until ${ends} has to be bought`,
  });
}

function placeOf(message: string, actual: string): Violation {
  return {
    path: PATH,
    field: PATH,
    message,
    actual,
    expected: 'a release that is supported',
  };
}
