import { EventLinks } from '../HistoryEventWords';

/** Gives the address of the entity's tab. */
export type TabLink = (query?: Record<string, string>) => string;

/** Where the events of an entity lead to: views of its own tab. */
export function entityEventLinks(link: TabLink): EventLinks {
  return {
    finding: key => link({ finding: key }),
    exemption: id => link({ view: 'exemptions', exemption: id }),
  };
}
