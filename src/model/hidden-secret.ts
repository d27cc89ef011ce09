/** Stands for a secret in what is said of values. */
export const HIDDEN_SECRET = '(secret)';
