import type { MentionType } from "../mention";

/** The kinds that the model tells apart; nationality words are looked up instead. */
export const nameTypes = ["PER", "ORG", "LOC", "EVENT"] as const satisfies readonly MentionType[];

/**
 * BILOU labels: 0 is outside; each kind then has four, for a name's Begin, Inside and Last token and for a name of one
 * token (Unit). Ratinov and Roth, "Design Challenges and Misconceptions in Named Entity Recognition" (2009).
 */
export const outside = 0;
export const labelCount = 1 + 4 * nameTypes.length;

export const Position = { Begin: 0, Inside: 1, Last: 2, Unit: 3 } as const;

export function labelOf(type: number, position: number): number {
  return 1 + 4 * type + position;
}

/** The index in `nameTypes`; -1 for outside. */
export function typeOf(label: number): number {
  return label === outside ? -1 : (label - 1) >> 2;
}

export function positionOf(label: number): number {
  return (label - 1) & 3;
}

/** Whether a name is open behind this label, so that the next token must go on with it. */
export function isOpen(label: number): boolean {
  return label !== outside && positionOf(label) < Position.Last;
}

/** Whether this label goes on with an open name. */
export function continues(label: number): boolean {
  return label !== outside && (positionOf(label) === Position.Inside || positionOf(label) === Position.Last);
}

/** Whether `next` may follow `label`. */
export function mayFollow(label: number, next: number): boolean {
  return isOpen(label) ? continues(next) && typeOf(label) === typeOf(next) : !continues(next);
}

/** The label of a name's token at `index` of `length` tokens. */
export function labelAt(type: number, index: number, length: number): number {
  if (length === 1) return labelOf(type, Position.Unit);
  return labelOf(type, index === 0 ? Position.Begin : index === length - 1 ? Position.Last : Position.Inside);
}
