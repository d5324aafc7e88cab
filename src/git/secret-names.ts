/** Folders that hold secrets, whatever their files are called. */
const FOLDERS = /(?:^|\/)(?:\.ssh|\.gnupg|\.aws|\.azure|\.kube|\.docker|\.config\/(?:gcloud|gh|op|rclone|containers)|\.password-store|\.step|\.terraform\.d)(?:\/|$)/i;

/** Files that tools keep logins, tokens and keys in. */
const FILES: readonly RegExp[] = [
  // Examples have no secrets in them; that is what they are for.
  /^\.env(?!\.(?:example|sample|template|dist)$)(?:\..*|rc)?$/,
  /^(?:\.netrc|_netrc|\.npmrc|\.yarnrc|\.yarnrc\.yml|\.pypirc|\.git-credentials|\.gitconfig|\.htpasswd|\.pgpass|\.my\.cnf|\.boto|\.s3cfg|\.vault-token|\.dockercfg|\.dockerconfigjson|\.gem\/credentials|credentials\.tfrc\.json|\.terraformrc|kubeconfig)$/,
  /^(?:id_(?:rsa|dsa|ecdsa|ed25519)(?:_sk)?|.*_(?:rsa|dsa|ecdsa|ed25519))$/,
  /\.(?:pem|key|p12|pfx|ppk|jks|keystore|kdbx|tfstate|tfvars|ovpn)$/,
  /^(?:gha-creds-.*\.json|.*service[-_]?account.*\.json|client_secret.*\.json|application_default_credentials\.json|accesstokens\.json)$/,
  /^(?:auth\.json|credentials(?:\.json|\.ya?ml|\.ini)?|secrets?(?:\.json|\.ya?ml|\.env|\.toml|\.txt)?|\.?tokens?(?:\.json|\.txt)?|passwords?(?:\.txt)?)$/,
];

/**
 * Tells whether a file's name suggests a secret. Its contents are not looked at: people know a file by its name, and a message can show it.
 * @param name relative to some folder, with slashes
 */
export function looksSecret(name: string): boolean {
  const last = name.slice(name.lastIndexOf('/') + 1);
  return FOLDERS.test(name) || FILES.some((pattern) => pattern.test(last.toLowerCase()));
}
