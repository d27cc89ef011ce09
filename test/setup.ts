import fc from 'fast-check';

// The same inputs in every run, so that a change is to blame when a test fails. CHARTLINT_SEED takes others: a number, or `random`.
const { CHARTLINT_SEED: seed = '1' } = process.env;
if (seed !== 'random') fc.configureGlobal({ seed: Number(seed) });
