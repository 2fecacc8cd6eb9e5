import { ControlContext } from '../../model/control';
import { ControlPlaneNeed, controlPlaneOf } from './controlPlaneOf';

/** From this minor of 1.x on EKS encrypts all data of the API with KMS version 2 (EKS user guide, "Default envelope encryption"). */
const SINCE = 28;

/** True for a cluster of EKS that encrypts Secrets by itself. Throws MissingInput where static pods were not read. */
export function eksEncryptsAll(
  context: ControlContext<ControlPlaneNeed>,
): boolean {
  const controlPlane = controlPlaneOf(context);
  return (
    controlPlane.is === 'providerManaged' &&
    controlPlane.provider.id === 'eks' &&
    context.kubernetesVersion.minor >= SINCE
  );
}
