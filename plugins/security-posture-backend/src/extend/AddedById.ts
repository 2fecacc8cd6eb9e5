import { ConflictError, InputError } from '@backstage/errors';

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** A thing, and the module that brought it. */
export interface Added<Thing> {
  readonly module: string;
  readonly thing: Thing;
}

/** Things of one sort that modules add before the plugin starts, each id once. */
export class AddedById<Thing> {
  private readonly things = new Map<string, Added<Thing>>();
  private started = false;

  /** `sort` is what people call such a thing; `own` are the ids that the plugin itself uses. */
  constructor(
    private readonly sort: string,
    private readonly own: ReadonlySet<string>,
  ) {}

  /**
   * Adds a thing. `flawOf` says what is wrong with it, in words that follow its name. Throws a ConflictError or an
   * InputError with a sentence that names the module.
   */
  add(
    module: string,
    id: string,
    thing: Thing,
    flawOf: (thing: Thing) => string | undefined = () => undefined,
  ): void {
    if (!module || typeof module !== 'string')
      throw new InputError(
        `A module adds the ${this.sort} ${id} without saying its own name`,
      );
    const refused = `Module ${module} cannot add the ${this.sort} ${id}`;
    if (this.started)
      throw new ConflictError(`${refused}: the plugin has started already`);
    const taken = this.own.has(id)
      ? 'Security Posture itself'
      : this.things.get(id)?.module;
    if (taken !== undefined)
      throw new ConflictError(`${refused}: the id is taken by ${taken}`);
    const flaw = ID.test(id) ? flawOf(thing) : 'its id has to be in kebab-case';
    if (flaw) throw new InputError(`${refused}: ${flaw}`);
    this.things.set(id, { module, thing });
  }

  /** Everything that was added, by id. From now on nothing more can be. */
  close(): ReadonlyMap<string, Added<Thing>> {
    this.started = true;
    return this.things;
  }
}
