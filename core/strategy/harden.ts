/**
 * Makes turning arrays, columns and functions into strings or numbers an error in this process: adding or comparing two
 * columns would join all their values, work that no meter sees and nobody means. For processes that run strategies.
 */
export function hardenConversions(): void {
  const refuse = (): never => {
    throw new TypeError("an array, a column or a function is used as a number or a string");
  };
  const holders: object[] = [Array.prototype, Object.getPrototypeOf(Uint8Array.prototype), Function.prototype];
  for (const holder of holders) Object.defineProperty(holder, Symbol.toPrimitive, { value: refuse });
}
