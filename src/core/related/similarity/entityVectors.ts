/** Which entities articles name; without one, terms and topics decide. */
export interface EntitySource {
  /** The entities of an article with how often it names them, by their corpus-wide ids; null while they are not known. */
  entitiesOf(articleId: string): ReadonlyMap<string, number> | null;
  /** How many articles name an entity. */
  articlesWith(entity: string): number;
}

const reasonLimit = 8;
/** As for terms: as if there were so many more articles about other things. */
const imagined = 20;

/** Articles as vectors of the entities that they name, made for one question. */
export class EntityVectors {
  readonly #source: EntitySource | null;
  readonly #size: number;
  readonly #vectors = new Map<string, ReadonlyMap<string, number> | null>();

  /** `size` is the number of articles in the corpus. */
  constructor(source: EntitySource | null, size: number) {
    this.#source = source;
    this.#size = size;
  }

  /** The cosine of two articles' entities, 0..1; null where those of one are not known. */
  similarity(a: string, b: string): number | null {
    const left = this.#vectorOf(a);
    const right = this.#vectorOf(b);
    if (left === null || right === null) return null;
    let product = 0;
    for (const [entity, weight] of left) product += weight * (right.get(entity) ?? 0);
    return product;
  }

  /** The entities that two articles share, most telling first. */
  shared(a: string, b: string): readonly string[] {
    const left = this.#vectorOf(a);
    const right = this.#vectorOf(b);
    if (left === null || right === null) return [];
    return [...left]
      .map(([entity, weight]) => ({ entity, weight: weight * (right.get(entity) ?? 0) }))
      .filter(({ weight }) => weight > 0)
      .sort((x, y) => y.weight - x.weight || (x.entity < y.entity ? -1 : 1))
      .slice(0, reasonLimit)
      .map(({ entity }) => entity);
  }

  #vectorOf(id: string): ReadonlyMap<string, number> | null {
    const known = this.#vectors.get(id);
    if (known !== undefined) return known;
    const entities = this.#source?.entitiesOf(id) ?? null;
    const vector = entities === null || this.#source === null ? null : this.#weighted(entities, this.#source);
    this.#vectors.set(id, vector);
    return vector;
  }

  /** (1 + ln frequency) × ln((N + 21) / (df + 0.5)), of length 1. */
  #weighted(entities: ReadonlyMap<string, number>, source: EntitySource): ReadonlyMap<string, number> {
    const vector = new Map<string, number>();
    let length = 0;
    for (const [entity, count] of entities) {
      const rarity = Math.max(0, Math.log((this.#size + imagined + 1) / (source.articlesWith(entity) + 0.5)));
      const weight = (1 + Math.log(count)) * rarity;
      vector.set(entity, weight);
      length += weight * weight;
    }
    length = Math.sqrt(length) || 1;
    return new Map([...vector].map(([entity, weight]) => [entity, weight / length]));
  }
}
