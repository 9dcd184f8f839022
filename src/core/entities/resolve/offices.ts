import { nameKey } from "../names/nameKey";
import { isRoleHead, roleModifiers } from "../roles/roleWords";

/** An office is looked for in so many UTF-16 code units before a name. */
const reach = 48;

/**
 * The office in front of a name, in the form in which articles agree on it: its noun, and the field before it
 * ("defense minister", "president", "coach"); null where there is none.
 */
export function officeBefore(text: string, start: number): string | null {
  const left = text.slice(Math.max(0, start - reach), start);
  const match = /(?:^|[^\p{L}-])(?:(\p{L}[\p{L}-]+)\s+)?(\p{L}[\p{L}-]+)\s+$/u.exec(left);
  const head = match?.[2];
  if (head === undefined || !isRoleHead(head)) return null;
  const field = match?.[1];
  const belongs =
    field !== undefined &&
    (roleModifiers.has(field.toLowerCase()) || isRoleHead(field)) &&
    !/^(?:former|acting|interim|then|late|the)$/iu.test(field);
  return nameKey(belongs ? `${field} ${head}` : head);
}
