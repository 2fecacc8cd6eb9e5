import { ReportImporter } from 'backstage-plugin-security-posture-node';
import { JsonObject } from 'security-posture-engine';
import { keep, Kept, wholeFields } from '../keep';

const POLICY: Kept = {
  ...wholeFields('apiVersion', 'kind', 'omitStages'),
  rules: {
    ...wholeFields(
      'level',
      'users',
      'userGroups',
      'verbs',
      'namespaces',
      'nonResourceURLs',
      'omitStages',
    ),
    resources: wholeFields('group', 'resources', 'resourceNames'),
  },
};

/** Takes in the audit policy of an API server. */
export const auditPolicyImporter: ReportImporter = {
  id: 'audit-policy',
  read: policy => keep(policy, POLICY) as JsonObject,
};
