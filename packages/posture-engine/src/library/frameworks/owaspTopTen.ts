import { FrameworkTable } from './FrameworkTable';

/** The OWASP Kubernetes Top Ten of 2025. Titles are those of the project (CC BY-SA 4.0). */
export const OWASP_TOP_TEN: FrameworkTable = {
  framework: 'owasp-k8s',
  edition: '2025',
  source: 'https://owasp.org/www-project-kubernetes-top-ten/',
  about:
    'The ten gravest risks of Kubernetes by the Open Worldwide Application Security Project.',
  sections: [
    {
      title: 'Risks',
      items: [
        { id: 'K01', title: 'Insecure Workload Configurations' },
        { id: 'K02', title: 'Overly Permissive Authorization Configurations' },
        { id: 'K03', title: 'Secrets Management Failures' },
        { id: 'K04', title: 'Lack Of Cluster Level Policy Enforcement' },
        { id: 'K05', title: 'Missing Network Segmentation Controls' },
        { id: 'K06', title: 'Overly Exposed Kubernetes Components' },
        {
          id: 'K07',
          title: 'Misconfigured And Vulnerable Cluster Components',
        },
        {
          id: 'K08',
          title: 'Cluster To Cloud Lateral Movement',
          beyond:
            'Only the way from a pod to the metadata service is judged; which rights in a cloud a service account stands for is known to that cloud only.',
        },
        {
          id: 'K09',
          title: 'Broken Authentication Mechanisms',
          beyond:
            'How the identity provider checks people is known to that provider only.',
        },
        { id: 'K10', title: 'Inadequate Logging And Monitoring' },
      ],
    },
  ],
};
