/**
 * Options of the commands that measure, fuzz and kill: a wrong one is refused with a message and
 * exit code 2, as by the product's own commands.
 */
import { type ParseArgsConfig, parseArgs } from 'node:util';

/** `parseArgs`; an unknown option ends the process. */
export function toolOptions<const Config extends ParseArgsConfig>(
  config: Config,
): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config);
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}

/** The number that an option gives, 0 or greater. */
export function wholeNumber(option: string, given: string): number {
  const number = Number(given);
  if (/^\d+$/.test(given) && Number.isSafeInteger(number)) return number;
  return refuse(`--${option} ${given}: write a whole number`);
}

/** The value itself, if it is one of those that the option can have. */
export function oneOf<Value extends string>(
  option: string,
  given: string,
  values: readonly Value[],
): Value {
  const found = values.find((value) => value === given);
  return found ?? refuse(`--${option} ${given}: choose one of ${values.join(', ')}`);
}

/** Ends the process: the command was used wrongly. */
export function refuse(message: string): never {
  console.error(`error: ${message}`);
  process.exit(2);
}
