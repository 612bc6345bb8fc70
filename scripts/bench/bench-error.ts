/** What a person can understand without a stack: answers differ, a server ended, somebody stopped the bench. */
export class BenchError extends Error {}
