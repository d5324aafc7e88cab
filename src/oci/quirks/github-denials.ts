/** What GitHub's registry says when it refuses, and what it means there; the first that fits counts. */
const DENIALS: readonly (readonly [says: RegExp, hint: string])[] = [
  [
    /installation not allowed to (?:create|write|update|delete)\b/i,
    'The token of this workflow may not write packages: give the job permissions: packages: write, and in a reusable workflow the caller\'s job too. Settings, Actions, "Workflow permissions" must not forbid it.',
  ],
  [
    /permission_denied: (?:write|create|update|delete)_package/i,
    'The package belongs to another repository, or was created by hand: in its "Package settings", under "Manage Actions access", add this repository with the role Write. The job needs permissions: packages: write as well.',
  ],
  [
    /permission_denied: read_package|installation not allowed to read\b/i,
    'The package is private: in its "Package settings", under "Manage Actions access", add this repository with the role Read. The job needs permissions: packages: read as well.',
  ],
  [/token provided does not match expected scopes|permission_denied: .*scopes/i, 'The token lacks a scope: a personal access token needs write:packages to publish, and read:packages to read.'],
  [/organization SAML|SAML (?:SSO|enforcement)/i, 'The organization wants single sign-on: authorize the token for it, under "Configure SSO" where the token is listed.'],
];

/** Returns what to do about an answer with 401 or 403, in GitHub's own words; undefined if it says nothing that is known. */
export function githubDenialHint(said: string): string | undefined {
  return DENIALS.find(([says]) => says.test(said))?.[1];
}
