/** What a Go function returns as error, or panics with: its text, without any place. The evaluator adds the place. */
export class GoError extends Error {}
