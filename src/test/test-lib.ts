/** The file that tests of Features written for the dev container CLI begin with: `source dev-container-features-test-lib`. */
export const TEST_LIB_NAME = 'dev-container-features-test-lib';

/** Its three commands, for bash and for sh. */
export const TEST_LIB = `# The commands that tests written for "devcontainer features test" use.
nf_failed=

# check LABEL COMMAND...
check() {
  nf_label=$1
  shift
  if "$@"; then echo "passed: $nf_label"; else
    echo "FAILED: $nf_label: $*"
    nf_failed="$nf_failed
  $nf_label"
  fi
}

# checkMultiple LABEL MINIMUM EXPRESSION...: at least so many are true
checkMultiple() {
  nf_label=$1 nf_wanted=$2 nf_true=0
  shift 2
  for nf_expression; do if eval "$nf_expression"; then nf_true=$((nf_true + 1)); fi; done
  if [ "$nf_true" -ge "$nf_wanted" ]; then echo "passed: $nf_label"; else
    echo "FAILED: $nf_label: $nf_true of at least $nf_wanted"
    nf_failed="$nf_failed
  $nf_label"
  fi
}

# The last line of a test.
reportResults() {
  [ -z "$nf_failed" ] && echo 'every check passed' && return 0
  echo "failed:$nf_failed"
  exit 1
}
`;
