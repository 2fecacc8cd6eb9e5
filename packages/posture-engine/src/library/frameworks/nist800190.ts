import { FrameworkTable } from './FrameworkTable';

/** The countermeasures of section 4 of NIST SP 800-190. */
export const NIST_800_190: FrameworkTable = {
  framework: 'nist-800-190',
  edition: 'September 2017',
  source: 'https://csrc.nist.gov/pubs/sp/800/190/final',
  about:
    'The Application Container Security Guide of the US National Institute of Standards and Technology. Its section 4 names a countermeasure for each risk.',
  sections: [
    {
      title: 'Image countermeasures',
      items: [
        { id: '4.1.1', title: 'Image vulnerabilities' },
        { id: '4.1.2', title: 'Image configuration defects' },
        {
          id: '4.1.3',
          title: 'Embedded malware',
          beyond:
            'No report that is read tells of malware in images: what protects the nodes is judged in its place.',
        },
        { id: '4.1.4', title: 'Embedded clear text secrets' },
        { id: '4.1.5', title: 'Use of untrusted images' },
      ],
    },
    {
      title: 'Registry countermeasures',
      items: [
        {
          id: '4.2.1',
          title: 'Insecure connections to registries',
          beyond:
            'Whether a node may speak to a registry without TLS is in the configuration of its runtime, which the API does not show.',
        },
        {
          id: '4.2.2',
          title: 'Stale images in registries',
          beyond: 'Registries are not read: only the images that run are seen.',
        },
        {
          id: '4.2.3',
          title: 'Insufficient authentication and authorization restrictions',
          beyond:
            'Who may write to a registry is known to that registry only: signatures are judged in its place.',
        },
      ],
    },
    {
      title: 'Orchestrator countermeasures',
      items: [
        { id: '4.3.1', title: 'Unbounded administrative access' },
        { id: '4.3.2', title: 'Unauthorized access' },
        {
          id: '4.3.3',
          title: 'Poorly separated inter-container network traffic',
        },
        { id: '4.3.4', title: 'Mixing of workload sensitivity levels' },
        { id: '4.3.5', title: 'Orchestrator node trust' },
      ],
    },
    {
      title: 'Container countermeasures',
      items: [
        { id: '4.4.1', title: 'Vulnerabilities within the runtime software' },
        { id: '4.4.2', title: 'Unbounded network access from containers' },
        { id: '4.4.3', title: 'Insecure container runtime configurations' },
        {
          id: '4.4.4',
          title: 'App vulnerabilities',
          beyond:
            'Flaws in the code of an application are found by tests of it, not in its manifests.',
        },
        {
          id: '4.4.5',
          title: 'Rogue containers',
          beyond:
            'Who was allowed to start a container is in no object: a detector at run time is looked for instead.',
        },
      ],
    },
    {
      title: 'Host OS countermeasures',
      items: [
        { id: '4.5.1', title: 'Large attack surface' },
        { id: '4.5.2', title: 'Shared kernel' },
        { id: '4.5.3', title: 'Host OS component vulnerabilities' },
        {
          id: '4.5.4',
          title: 'Improper user access rights',
          beyond:
            'The accounts of a node are not in the API: a person states who may log in.',
        },
        { id: '4.5.5', title: 'Host OS file system tampering' },
      ],
    },
  ],
};
