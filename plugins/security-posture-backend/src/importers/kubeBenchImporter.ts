import { ReportImporter } from 'backstage-plugin-security-posture-node';
import { isJsonObject, JsonObject } from 'security-posture-engine';
import { keep, Kept, wholeFields } from '../keep';

const CONTROLS: Kept = {
  ...wholeFields('id', 'version', 'detected_version', 'node_type'),
  tests: {
    ...wholeFields('section'),
    results: wholeFields('test_number', 'status', 'scored'),
  },
};

/** Takes in what kube-bench printed, without the values that it found on a node. */
export const kubeBenchImporter: ReportImporter = {
  id: 'kube-bench',
  read(report) {
    const controls = Array.isArray(report.Controls)
      ? report.Controls
      : [report];
    return {
      Controls: controls
        .filter(isJsonObject)
        .map(each => keep(each, CONTROLS) as JsonObject),
    };
  },
};
