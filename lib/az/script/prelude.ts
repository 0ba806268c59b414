/** The lowest versions of the Azure CLI and its extensions that know the commands of the scripts. */
export const MINIMUM_VERSIONS = {
  'azure-cli': { query: '"azure-cli"', version: '2.51.0' },
  'k8s-extension': { query: 'extensions."k8s-extension"', version: '1.2.3' },
  ml: { query: 'extensions.ml', version: '2.0.1' },
} as const;

/** Where the minimum versions are from. */
export const MINIMUM_VERSIONS_SOURCE = {
  document: 'https://learn.microsoft.com/azure/machine-learning/how-to-deploy-kubernetes-extension',
  date: '2026-01-28',
} as const;

/** The functions that scripts are made of. Whatever fails ends a script with the name of its step. */
export const PRELUDE = `set -Eeuo pipefail

step='start'
trap '[ "$BASH_SUBSHELL" != 0 ] || fail "a command failed"' ERR

fail() {
  printf 'failed in step "%s": %s\\n' "$step" "$1" >&2
  trap - ERR
  exit 1
}

begin() {
  step=$1
  printf '== %s\\n' "$step" >&2
}

lower() { printf '%s' "$1" | tr '[:upper:]' '[:lower:]'; }
encode() { printf '%s' "$1" | base64 | tr -d '\\n'; }
segment() { printf '%s' "$2" | cut -s -d / -f "$(($1 + 2))"; }

# Whether az shows something. Any failure but that there is none ends the script.
exists() {
  local message
  if message=$(az "$@" --output none 2>&1); then return 0; fi
  case $message in
    *NotFound* | *'not found'* | *'could not be found'* | *'does not exist'*) return 1 ;;
    *) fail "$message" ;;
  esac
}

at_least() { [ "$(printf '%s\\n%s\\n' "$1" "$2" | sort -V | head -n 1)" = "$1" ]; }

# Whether a part of the Azure CLI is there and new enough.
need() {
  local version
  version=$(az version --query "$2" --output tsv)
  at_least "$3" "\${version:-0}" || fail "$1 $3 or newer is needed, this is \${version:-none}"
}

need_file() { [ -r "$1" ] || fail "the file $1 cannot be read"; }`;
