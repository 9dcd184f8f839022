/**
 * What is wrong with a value, in words that follow its name ("must be a number"), or at a place within it ("`position.line` must …"); null
 * where it is as it should be.
 */
export type Shape = (value: unknown, name: string) => string | null;

/** No reader types more, in UTF-16 code units. */
const longestText = 100_000;
/** No list that anybody asks with is longer. */
const longestList = 100_000;

/** A text of a length that somebody may have typed. */
export const text: Shape = (value, name) =>
  typeof value !== "string"
    ? `${name} must be a string`
    : value.length > longestText
      ? `${name} must have at most ${longestText.toLocaleString("en")} characters`
      : null;

/** A text of any length. */
export const longText: Shape = (value, name) => (typeof value === "string" ? null : `${name} must be a string`);

/** How many, or at which place: a whole number that is not negative. */
export const count: Shape = (value, name) =>
  typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? null : `${name} must be a whole number that is not negative`;

export const flag: Shape = (value, name) => (typeof value === "boolean" ? null : `${name} must be true or false`);

/** A day of the calendar, `YYYY-MM-DD`. */
export const day: Shape = (value, name) =>
  typeof value === "string" && /^\d{4}-\d\d-\d\d$/u.test(value) && !Number.isNaN(Date.parse(value))
    ? null
    : `${name} must be a day, as in 2024-05-03`;

export function oneOf(...values: readonly string[]): Shape {
  return (value, name) =>
    typeof value === "string" && values.includes(value) ? null : `${name} must be one of ${values.map((one) => `"${one}"`).join(", ")}`;
}

/** What may be left out. */
export function optional(shape: Shape): Shape {
  return (value, name) => (value === undefined ? null : shape(value, name));
}

export function orNull(shape: Shape): Shape {
  return (value, name) => (value === null ? null : shape(value, name));
}

export function listOf(shape: Shape): Shape {
  return (value, name) => {
    if (!Array.isArray(value)) return `${name} must be a list`;
    if (value.length > longestList) return `${name} must have at most ${longestList.toLocaleString("en")} entries`;
    for (const [at, item] of value.entries()) {
      const fault = shape(item, `${name}[${at}]`);
      if (fault !== null) return fault;
    }
    return null;
  };
}

/** An object with these members, and any others. The compiler sees to it that no member of `Params` is forgotten. */
export function object<Params>(members: Readonly<Record<keyof Params & string, Shape>>): Shape {
  const entries = Object.entries<Shape>(members);
  return (value, name) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return `${name} must be an object`;
    for (const [key, shape] of entries) {
      const own: unknown = Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
      const fault = shape(own, name === "" || name === wholeName ? key : `${name}.${key}`);
      if (fault !== null) return fault;
    }
    return null;
  };
}

/** An object whose member `type` says which members it has. */
export function taggedBy(shapes: Readonly<Record<string, Shape>>): Shape {
  const tag = object<{ readonly type: string }>({ type: oneOf(...Object.keys(shapes)) });
  return (value, name) => tag(value, name) ?? shapes[(value as { readonly type: string }).type]?.(value, name) ?? null;
}

/** What parameters as a whole are called. */
export const wholeName = "The parameters";
