import { InvalidArgumentError } from "commander";

/** For options and arguments that name something: blank, as from a variable that is not set, they name nothing. */
export function named(text: string): string {
  if (text.trim() === "") throw new InvalidArgumentError("It must not be blank.");
  return text;
}

/** The same for an option or argument that may be given again. */
export function namedAgain(text: string, before: readonly string[] = []): string[] {
  return [...before, named(text)];
}
