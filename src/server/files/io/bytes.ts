/** Whether `bytes` begin with `first`. */
export function startsWith(bytes: Uint8Array, first: readonly number[]): boolean {
  return bytes.length >= first.length && first.every((byte, index) => bytes[index] === byte);
}
