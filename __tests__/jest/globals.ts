/** `@jest/globals` inside the process of a test file: what jest-circus has. There is no `jest` object, as no module is mocked here. */
export { afterAll, afterEach, beforeAll, beforeEach, describe, it, test } from 'jest-circus';
