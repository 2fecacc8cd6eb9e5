/** Somebody of the demo company whom a visitor may be. */
export type DemoPerson = {
  /** Name of the User entity in the catalog. */
  name: string;
  displayName: string;
  role: string;
  may: string;
};

/** The people that the sign-in page offers, one for each role. */
export const demoPeople: DemoPerson[] = [
  {
    name: 'olivia',
    displayName: 'Olivia Moreau',
    role: 'Service owner, team payments',
    may: 'Reads every posture, rescans the services of her team and asks for exemptions on them.',
  },
  {
    name: 'kenji',
    displayName: 'Kenji Arai',
    role: 'Approver, security champion of team search',
    may: 'Reads every posture and decides on the exemptions that others ask for.',
  },
  {
    name: 'paul',
    displayName: 'Paul Okafor',
    role: 'Platform engineer, team platform',
    may: 'Reads every posture, rescans any service and any cluster, and attests what no API shows.',
  },
  {
    name: 'vera',
    displayName: 'Vera Lindqvist',
    role: 'Viewer, in no team',
    may: 'Reads every posture and changes nothing.',
  },
];
