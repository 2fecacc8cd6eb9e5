import {
  BackstageCredentials,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { postureExemptionApprovePermission } from 'backstage-plugin-security-posture-common';
import { CallerAccess } from './CallerAccess';

/** Says who decides on exemptions: who holds the permission and is in a group that the configuration names. */
export class Approvers {
  constructor(
    private readonly access: CallerAccess,
    private readonly userInfo: UserInfoService,
    /** Refs of the groups whose members decide; nobody decides where there is none. */
    readonly groups: readonly string[],
  ) {}

  /** Throws a NotAllowedError where the caller decides on no exemption. */
  async require(credentials: BackstageCredentials): Promise<void> {
    if (
      !(await this.access.holds(credentials, postureExemptionApprovePermission))
    )
      throw new NotAllowedError(
        `You lack the permission ${postureExemptionApprovePermission.name}. Ask those who run the portal for it`,
      );
    if (!(await this.isMember(credentials)))
      throw new NotAllowedError(
        'You are in no group of securityPosture.exemptions.approvers, whose members alone decide on exemptions',
      );
  }

  /** True where the caller decides on what others ask for. A service never does. */
  async includes(credentials: BackstageCredentials): Promise<boolean> {
    return (
      this.access.userOf(credentials) !== undefined &&
      (await this.isMember(credentials)) &&
      this.access.holds(credentials, postureExemptionApprovePermission)
    );
  }

  private async isMember(credentials: BackstageCredentials): Promise<boolean> {
    if (this.groups.length === 0) return false;
    const { ownershipEntityRefs } = await this.userInfo.getUserInfo(
      credentials,
    );
    return ownershipEntityRefs.some(ref => this.groups.includes(ref));
  }
}
