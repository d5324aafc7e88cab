/**
 * Whether this run is one of everything (`make test-all`): tests that kill a program in many states then try all of them, and those that try engines,
 * ages of Nix and kinds of delivery with one another every combination, where other runs try a sample.
 */
export const EVERYTHING = process.env['NIX_FEATURE_TEST_ALL'] === '1';
