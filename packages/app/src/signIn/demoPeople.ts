/** Somebody of the demo company whom a visitor may be. */
export type DemoPerson = {
  /** Name of the User entity in the catalog. */
  name: string;
  displayName: string;
  role: string;
  may: string;
};

/** The three people that the sign-in page offers, one for each role. */
export const demoPeople: DemoPerson[] = [
  {
    name: 'olivia',
    displayName: 'Olivia Moreau',
    role: 'Service owner, team payments',
    may: 'Reads every posture and rescans the services of her team.',
  },
  {
    name: 'paul',
    displayName: 'Paul Okafor',
    role: 'Approver, team platform',
    may: 'Reads every posture and rescans any service and any cluster.',
  },
  {
    name: 'vera',
    displayName: 'Vera Lindqvist',
    role: 'Viewer, in no team',
    may: 'Reads every posture and changes nothing.',
  },
];
