/** What random choices of tests begin with. */
export const SEED = Number(process.env['NIX_FEATURE_TEST_SEED'] ?? 20_251_128);
