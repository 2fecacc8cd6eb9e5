import { FrameworkTable } from './FrameworkTable';

/** The sections of the NSA/CISA guide. The codes are ours: the guide numbers no recommendation. */
export const NSA_GUIDE: FrameworkTable = {
  framework: 'nsa',
  edition: 'v1.2, August 2022',
  source:
    'https://media.defense.gov/2022/Aug/29/2003066362/-1/-1/0/CTR_KUBERNETES_HARDENING_GUIDANCE_1.2_20220829.PDF',
  about:
    'The Kubernetes Hardening Guide of the US National Security Agency and the Cybersecurity and Infrastructure Security Agency. It does not number what it recommends: the codes here name its sections.',
  sections: [
    {
      title: 'Kubernetes Pod security',
      items: [
        {
          id: 'P1',
          title: '“Non-root” containers and “rootless” container engines',
          beyond:
            'Whether a container engine itself runs without root is not in the API of Kubernetes.',
        },
        { id: 'P2', title: 'Immutable container file systems' },
        {
          id: 'P3',
          title: 'Building secure container images',
          beyond:
            'How an image was built is seen only as far as scanners report on it; the build itself runs elsewhere.',
        },
        { id: 'P4', title: 'Pod security enforcement' },
        { id: 'P5', title: 'Protecting Pod service account tokens' },
        { id: 'P6', title: 'Hardening container environments' },
      ],
    },
    {
      title: 'Network separation and hardening',
      items: [
        { id: 'N1', title: 'Namespaces' },
        { id: 'N2', title: 'Network policies' },
        { id: 'N3', title: 'Resource policies' },
        { id: 'N4', title: 'Control plane hardening' },
        {
          id: 'N5',
          title: 'Worker node segmentation',
          beyond:
            'Firewalls and network segments outside the cluster are not in its API: a person states them.',
        },
        { id: 'N6', title: 'Encryption' },
        { id: 'N7', title: 'Secrets' },
        {
          id: 'N8',
          title: 'Protecting sensitive cloud infrastructure',
          beyond:
            'Only the way from a pod to the metadata service is judged; rights in the account of a cloud are not in the API of Kubernetes.',
        },
      ],
    },
    {
      title: 'Authentication and authorization',
      items: [
        {
          id: 'A1',
          title: 'Authentication',
          beyond:
            'Whether the identity provider asks for a second factor is known to that provider only.',
        },
        { id: 'A2', title: 'Role-based access control' },
      ],
    },
    {
      title: 'Audit logging and threat detection',
      items: [
        {
          id: 'L1',
          title: 'Logging',
          beyond: 'Whether somebody reads the logs is for a person to state.',
        },
        { id: 'L2', title: 'Native audit logging in Kubernetes' },
        { id: 'L3', title: 'Worker node and container logging' },
        {
          id: 'L4',
          title: 'Seccomp: audit mode',
          beyond:
            'Profiles that log system calls are files on the nodes, whose contents the API does not show.',
        },
        {
          id: 'L5',
          title: 'Syslog',
          beyond:
            'Where logs go after they have left the cluster is not in its API: only a collector on the nodes is seen.',
        },
        {
          id: 'L6',
          title: 'SIEM platforms',
          beyond:
            'A platform outside the cluster, and who is alerted by it, is for a person to state.',
        },
        { id: 'L7', title: 'Service meshes' },
        {
          id: 'L8',
          title: 'Fault tolerance',
          beyond:
            'What happens to logs while their receiver is down is not in the API: only retention and collectors are seen.',
        },
        {
          id: 'T1',
          title: 'Threat detection',
          beyond:
            'That a detector runs is seen; what it detects is known to it only.',
        },
        {
          id: 'T2',
          title: 'Alerting',
          beyond: 'Whether an alert reaches somebody is for a person to state.',
        },
        { id: 'T3', title: 'Tools' },
      ],
    },
    {
      title: 'Upgrading and application security practices',
      items: [
        {
          id: 'U1',
          title: 'Upgrading and application security practices',
          beyond:
            'Penetration tests and the procedure of patching are for a person to state.',
        },
      ],
    },
  ],
};
