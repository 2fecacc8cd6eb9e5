import {
  METADATA_ADDRESSES,
  METADATA_PORT,
  metadataAddressesOf,
} from '../data/metadataServices';
import { KubernetesObject } from '../model/kubernetesObject';
import { parseAddress } from '../read/addressRange';
import { isJsonObject } from '../read/typedReads';
import { memoByList } from './memo';
import { Traffic } from './networkPolicies/trafficRule';

/** A metadata service, and the traffic with it. */
export interface MetadataService {
  readonly address: string;
  readonly traffic: Traffic;
}

const SERVICES: readonly MetadataService[] = METADATA_ADDRESSES.flatMap(
  text => {
    const address = parseAddress(text);
    return address
      ? [{ address: text, traffic: { address, port: METADATA_PORT } }]
      : [];
  },
);

/** The metadata services of the clouds that the nodes are machines of; none where they are of no cloud. */
export const metadataServicesOf = memoByList(
  (nodes: readonly KubernetesObject[]): readonly MetadataService[] => {
    const addresses = new Set(
      nodes.flatMap(({ spec }) =>
        isJsonObject(spec) && typeof spec.providerID === 'string'
          ? metadataAddressesOf(spec.providerID)
          : [],
      ),
    );
    return SERVICES.filter(({ address }) => addresses.has(address));
  },
);
