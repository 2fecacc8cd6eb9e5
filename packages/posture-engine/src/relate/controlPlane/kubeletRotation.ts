import { unlessMalformed } from '../../kit/unlessMalformed';
import { unlessMissing } from '../../kit/unlessMissing';
import { ControlContext } from '../../model/control';
import { DAY, dayOf } from '../../read/dates';
import { kubeletReport } from '../../read/hostData';
import { booleanAt, stringMapAt } from '../../read/typedReads';
import { yamlObject } from '../../read/yamlObject';
import { importedVerdicts, ImportNeed } from '../imports/importedVerdicts';

/** What tells whether kubelets renew their certificates. */
export type KubeletRotationNeed =
  | ImportNeed
  | 'kubeSystemConfigMaps'
  | 'kubescapeKubeletInfos';

/** Whether kubelets renew their client certificates, and where that was read. */
export interface KubeletRotation {
  readonly rotates: boolean;
  /** `ConfigMap kube-system/kubelet-config`, `Node worker-1` */
  readonly place: string;
  readonly source: string;
}

/** kube-bench and Trivy pass a setting that is left out, which means that nothing is renewed: only their failures count. */
const ROTATION_CHECKS = [
  { cis: '4.2.10', kcv: 90 },
  { cis: '4.2.11', kcv: 91 },
  { cis: '1.3.6', kcv: 38 },
];
const FRESH_FOR = 7 * DAY;

/** Everything that is known of the renewal of kubelets' certificates; empty where nothing is. */
export function kubeletRotation(
  context: ControlContext<KubeletRotationNeed>,
): readonly KubeletRotation[] {
  return [
    ...declared(context),
    ...sensed(context),
    ...ROTATION_CHECKS.flatMap(check =>
      importedVerdicts(context, check)
        .filter(({ passed, isStale }) => !passed && !isStale)
        .map(({ place, source }) => ({ rotates: false, place, source })),
    ),
  ];
}

/** What kubeadm gives every kubelet. */
function declared({
  inventory,
}: ControlContext<KubeletRotationNeed>): readonly KubeletRotation[] {
  const configMaps = unlessMissing(() => inventory.kubeSystemConfigMaps) ?? [];
  return configMaps
    .filter(({ metadata }) => metadata.name === 'kubelet-config')
    .flatMap(configMap => {
      const text = stringMapAt(configMap, 'data', '').kubelet;
      return text === undefined
        ? []
        : [
            {
              rotates: rotatesBy(text),
              place: 'ConfigMap kube-system/kubelet-config',
              source: 'the ConfigMap kubelet-config',
            },
          ];
    });
}

function sensed({
  inventory,
  now,
}: ControlContext<KubeletRotationNeed>): readonly KubeletRotation[] {
  const reports = unlessMissing(() => inventory.kubescapeKubeletInfos) ?? [];
  return reports.flatMap(object => {
    const report = unlessMalformed(() => kubeletReport(object));
    const { configText = '', sensedAt = 0, node = '' } = report ?? {};
    const rotates = unlessMalformed(() => rotatesBy(configText));
    return rotates === undefined || now - sensedAt > FRESH_FOR
      ? []
      : [
          {
            rotates,
            place: `Node ${node}`,
            source: `Kubescape's KubeletInfo of ${dayOf(sensedAt)}`,
          },
        ];
  });
}

function rotatesBy(config: string): boolean {
  const path = 'KubeletConfiguration';
  return (
    booleanAt(yamlObject(config, path), 'rotateCertificates', path) === true
  );
}
