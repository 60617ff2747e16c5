/** A file or folder that cannot be read or written, as the system says it. */
export function isFileProblem(cause: unknown): cause is Error & { readonly code: string } {
  return cause instanceof Error && 'syscall' in cause && 'code' in cause && typeof cause.code === 'string';
}

/** An option that the command does not have, or that lacks its value. */
export function isWrongArgument(cause: unknown): cause is Error {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' && cause.code.startsWith('ERR_PARSE_ARGS_');
}
