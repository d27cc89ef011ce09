import { type TemplateValue, weigh } from './template-value.ts';

/** Parts of templates that are gone through, over and over included: many times what large charts need. */
const MOST_NODES = 600_000;
/** All meanings of all pipelines: of records that are merged with each other again and again there is no end. */
const MOST_WEIGHT = 3_000_000;

/** How much of reading templates there may be, so that no chart takes for ever. */
export class ReadBudget {
  #nodes = 0;
  #weight = 0;
  readonly #giveUpOn: (value: TemplateValue) => void;

  /** `giveUpOn`: notes that anything may be read of a value. */
  constructor(giveUpOn: (value: TemplateValue) => void) {
    this.#giveUpOn = giveUpOn;
  }

  /** Goes on to a part of a template; false when enough has been read. */
  step(): boolean {
    this.#nodes += 1;
    return this.#nodes <= MOST_NODES && this.#weight <= MOST_WEIGHT;
  }

  /** Hands a value on, if it can be followed, and counts all that is in it. */
  take(value: TemplateValue): TemplateValue {
    const { meanings, isHeavy } = weigh(value);
    this.#weight += meanings;
    return isHeavy ? this.#given(value) : value;
  }

  /** The value, or nothing when it is too much to follow: anything of it may then be read. */
  bounded(value: TemplateValue): TemplateValue {
    return weigh(value).isHeavy ? this.#given(value) : value;
  }

  #given(value: TemplateValue): TemplateValue {
    this.#giveUpOn(value);
    return [];
  }

  end(): void {
    this.#nodes = MOST_NODES;
  }
}
