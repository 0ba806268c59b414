/** The message of the error that a function throws; empty when it throws none. */
export function errorMessage(run: () => unknown): string {
  try {
    run();
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
