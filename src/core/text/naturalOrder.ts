function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

/**
 * Which of two folded texts comes first (-1, 0, 1): by code units, but numbers by their value, so that "round 2" comes before
 * "round 10"; texts that differ in leading zeros only by these. Linear.
 */
export function compareNaturally(a: string, b: string): number {
  let [left, right] = [0, 0];
  while (left < a.length && right < b.length) {
    const [first, second] = [a.charCodeAt(left), b.charCodeAt(right)];
    if (!isDigit(first) || !isDigit(second)) {
      if (first !== second) return first < second ? -1 : 1;
      left++;
      right++;
      continue;
    }
    const [number, other] = [digitsAt(a, left), digitsAt(b, right)];
    const [value, otherValue] = [number.replace(/^0+/u, ""), other.replace(/^0+/u, "")];
    if (value.length !== otherValue.length) return value.length < otherValue.length ? -1 : 1;
    if (value !== otherValue) return value < otherValue ? -1 : 1;
    left += number.length;
    right += other.length;
  }
  const rest = a.length - left - (b.length - right);
  return rest < 0 ? -1 : rest > 0 ? 1 : a < b ? -1 : a > b ? 1 : 0;
}

function digitsAt(text: string, start: number): string {
  let end = start;
  while (end < text.length && isDigit(text.charCodeAt(end))) end++;
  return text.slice(start, end);
}
