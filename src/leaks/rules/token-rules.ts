import { hasBase62Checksum, hasHexChecksum } from './checksums.ts';
import { tokens, type LeakRule } from './rule.ts';

/** Where code and packages are kept, and where they are built. */
export const FORGES = tokens('high', [
  ['github-personal-token', 'a GitHub personal access token', 'ghp_', /^[A-Za-z0-9]{36}/, hasBase62Checksum],
  ['github-oauth-token', 'a GitHub OAuth token', 'gho_', /^[A-Za-z0-9]{36}/, hasBase62Checksum],
  ['github-user-token', 'a GitHub user-to-server token', 'ghu_', /^[A-Za-z0-9]{36}/, hasBase62Checksum],
  ['github-server-token', 'a GitHub server-to-server token', 'ghs_', /^[A-Za-z0-9]{36}/, hasBase62Checksum],
  ['github-refresh-token', 'a GitHub refresh token', 'ghr_', /^[A-Za-z0-9]{36,76}(?![A-Za-z0-9])/],
  ['github-fine-grained-token', 'a GitHub fine-grained token', 'github_pat_', /^[A-Za-z0-9]{22}_[A-Za-z0-9]{59}(?![A-Za-z0-9])/],
  ['gitlab-personal-token', 'a GitLab personal access token', 'glpat-', /^[\w-]{20,64}(?:\.[0-9a-z]{2}\.[0-9a-z]{9})?(?![\w-])/],
  ['gitlab-deploy-token', 'a GitLab deploy token', 'gldt-', /^[\w-]{20,64}(?![\w-])/],
  ['gitlab-runner-token', 'a GitLab runner token', 'glrt-', /^[\w-]{20,64}(?:\.[0-9a-z]{2}\.[0-9a-z]{9})?(?![\w-])/],
  ['gitlab-job-token', 'a GitLab CI job token', 'glcbt-', /^[\w]{1,5}_[\w-]{20,64}(?![\w-])/],
  ['gitlab-trigger-token', 'a GitLab pipeline trigger token', 'glptt-', /^[0-9a-f]{40}(?![0-9a-f])/],
  ['gitlab-agent-token', 'a GitLab agent token', 'glagent-', /^[\w-]{50}(?![\w-])/],
  ['gitlab-feed-token', 'a GitLab feed or mail token', 'glft- glimt-', /^[\w-]{20,64}(?![\w-])/],
  ['gitlab-oauth-secret', 'the secret of a GitLab OAuth application', 'gloas-', /^[0-9a-f]{64}(?![0-9a-f])/],
  ['bitbucket-app-password', 'a Bitbucket app password', 'ATBB', /^[A-Za-z0-9]{28}[0-9A-F]{4}(?![A-Za-z0-9])/],
  ['atlassian-api-token', 'an Atlassian API token', 'ATATT3 ATCTT3', /^[\w=-]{40,250}(?![\w-])/],
  ['npm-token', 'an npm access token', 'npm_', /^[A-Za-z0-9]{36}/, hasBase62Checksum],
  ['pypi-token', 'a PyPI token', 'pypi-AgEIcHlwaS5vcmc pypi-AgENdGVzdC5weXBpLm9yZw', /^[\w-]{50,400}/],
  ['rubygems-token', 'a RubyGems key', 'rubygems_', /^[0-9a-f]{48}(?![0-9a-f])/],
  ['crates-token', 'a crates.io token', 'cio', /^[A-Za-z0-9]{32}(?![A-Za-z0-9])/, (text) => mixes(text.slice(3))],
  ['nuget-key', 'a NuGet key', 'oy2', /^[a-z0-9]{43}(?![A-Za-z0-9])/, (text) => /\d/.test(text.slice(3)) && /[a-z]{2}/.test(text)],
  ['clojars-token', 'a Clojars token', 'CLOJARS_', /^[a-z0-9]{60}(?![a-z0-9])/],
  ['docker-hub-token', 'a Docker Hub token', 'dckr_pat_ dckr_oat_', /^[\w-]{27,64}(?![\w-])/],
  ['jfrog-api-key', 'an Artifactory key', 'AKCp', /^[A-Za-z0-9]{69}(?![A-Za-z0-9])/],
  ['jfrog-reference-token', 'an Artifactory reference token', 'cmVmdGtu', /^[A-Za-z0-9]{56}(?![A-Za-z0-9])/],
  ['buildkite-token', 'a Buildkite token', 'bkua_', /^[0-9a-f]{40}(?![0-9a-f])/],
  ['circleci-token', 'a CircleCI token', 'CCIPAT_ CCIPRJ_', /^[A-Za-z0-9]{22}_[0-9a-f]{40}(?![0-9a-f])/],
  ['pulumi-token', 'a Pulumi token', 'pul-', /^[0-9a-f]{40}(?![0-9a-f])/],
  ['terraform-token', 'a Terraform Cloud token', '.atlasv1.', /^[\w-]{60,70}(?![\w-])/],
  ['sentry-token', 'a Sentry token', 'sntrys_ sntryu_', /^[\w+/=-]{40,250}(?![\w])/],
  ['snyk-token', 'a Snyk token', 'snyk_uat. snyk_sat.', /^[0-9a-f]{8}\.[\w-]{20,200}\.[\w-]{20,100}/],
  ['infracost-key', 'an Infracost key', 'ico-', /^[A-Za-z0-9]{32}(?![A-Za-z0-9])/, (text) => mixes(text.slice(4))],
]);

/** Where things run. */
const CLOUDS = tokens('high', [
  ['aws-access-key-id', 'an AWS access key', 'AKIA ASIA', /^[A-Z2-7]{16}(?![A-Z0-9a-z])/, (text) => /[2-7]/.test(text.slice(4))],
  ['aws-secret-key', 'an AWS secret key', 'aws_secret_access_key AWS_SECRET_ACCESS_KEY aws_secret_key secretAccessKey', /^['"]{0,2}[ \t]{0,4}[=:>]{1,2}[ \t]{0,4}['"]?[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=])/],
  ['google-api-key', 'a Google API key', 'AIza', /^[\w-]{35}(?![\w-])/],
  ['google-oauth-secret', 'the secret of a Google OAuth client', 'GOCSPX-', /^[\w-]{28}(?![\w-])/],
  ['google-oauth-token', 'a Google OAuth token', 'ya29.', /^[\w-]{30,400}/],
  ['azure-storage-key', 'the key of an Azure storage account', 'AccountKey=', /^[A-Za-z0-9+/]{86}==/],
  ['azure-shared-key', 'an Azure shared access key', 'SharedAccessKey=', /^[A-Za-z0-9+/]{42,43}==?/],
  ['digitalocean-token', 'a DigitalOcean token', 'dop_v1_ doo_v1_ dor_v1_', /^[0-9a-f]{64}(?![0-9a-f])/],
  ['heroku-key', 'a Heroku key', 'HRKU-', /^[\w-]{36,64}(?![\w-])/],
  ['fly-token', 'a Fly.io token', 'fm1r_ fm2_ fo1_', /^[A-Za-z0-9+/=_-]{40,400}/, (text) => mixes(text)],
  ['alibaba-key-id', 'an Alibaba Cloud access key', 'LTAI', /^[A-Za-z0-9]{17,21}(?![A-Za-z0-9])/, (text) => mixes(text.slice(4))],
  ['tencent-key-id', 'a Tencent Cloud secret id', 'AKID', /^[A-Za-z0-9]{32}(?![A-Za-z0-9])/, (text) => mixes(text.slice(4))],
  ['yandex-token', 'a Yandex Cloud key', 'AQVN', /^[\w-]{35,38}(?![\w-])/, (text) => mixes(text.slice(4))],
  ['vault-token', 'a HashiCorp Vault token', 'hvs. hvb. hvr.', /^[\w-]{90,300}(?![\w-])/],
  ['doppler-token', 'a Doppler token', 'dp.pt. dp.st. dp.ct. dp.sa. dp.scim.', /^(?:[a-z0-9_-]{2,35}\.)?[A-Za-z0-9]{40,44}(?![A-Za-z0-9])/],
  ['databricks-token', 'a Databricks token', 'dapi', /^[0-9a-f]{32}(?:-\d)?(?![0-9a-f])/, (text) => /\d/.test(text)],
  ['tailscale-key', 'a Tailscale key', 'tskey-', /^(?:auth|api|client|scim|webhook)-[A-Za-z0-9]{10,20}-[A-Za-z0-9]{20,40}(?![A-Za-z0-9])/],
  ['scaleway-key-id', 'a Scaleway access key', 'SCW', /^[A-Z0-9]{17}(?![A-Z0-9a-z])/, (text) => /\d/.test(text.slice(3)) && /[A-Z]/.test(text.slice(3))],
  ['supabase-token', 'a Supabase token', 'sbp_', /^[0-9a-f]{40}(?![0-9a-f])/],
  ['render-key', 'a Render key', 'rnd_', /^[A-Za-z0-9]{32}(?![A-Za-z0-9])/, (text) => mixes(text.slice(4))],
  ['netlify-token', 'a Netlify token', 'nfp_', /^[A-Za-z0-9]{36}(?![A-Za-z0-9])/, (text) => mixes(text.slice(4))],
  ['planetscale-token', 'a PlanetScale token or password', 'pscale_tkn_ pscale_oauth_ pscale_pw_', /^[\w.-]{32,64}(?![\w-])/],
  ['grafana-service-token', 'a Grafana service account token', 'glsa_', /^[A-Za-z0-9]{32}_[0-9a-fA-F]{8}/, hasHexChecksum],
  ['grafana-cloud-token', 'a Grafana Cloud token', 'glc_eyJ', /^[A-Za-z0-9+/=]{40,400}/],
  ['new-relic-key', 'a New Relic key', 'NRAK- NRII- NRJS- NRRA-', /^[A-Za-z0-9-]{19,42}(?![A-Za-z0-9])/],
  ['dynatrace-token', 'a Dynatrace token', 'dt0c01. dt0s01. dt0s02.', /^[A-Z0-9]{24}\.[A-Z0-9]{64}(?![A-Z0-9])/],
]);

export const TOKEN_RULES: readonly LeakRule[] = [...FORGES, ...CLOUDS];

/** Has capitals, small letters and digits, as nearly all that is drawn from them. */
export function mixes(text: string): boolean {
  return /[A-Z]/.test(text) && /[a-z]/.test(text) && /\d/.test(text);
}
