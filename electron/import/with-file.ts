import { AppError } from '#shared/errors.ts';

/** Does some work on a file; faults get the file's bare name as the parameter `file`. */
export async function withFileName<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw withFile(error, file);
  }
}

/** The same fault with the file's bare name among its parameters; anything that is no `AppError` as it is. */
export function withFile(error: unknown, file: string): unknown {
  return error instanceof AppError && error.params.file === undefined
    ? new AppError(error.code, { ...error.params, file }, { cause: error.cause })
    : error;
}
