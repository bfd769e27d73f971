# Shared by the scripts; sourced, never run. Puts the working directory at the top of the tree.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export LC_ALL=C.UTF-8

jobs=$(nproc)

# Objects are shared between clones of the project: paths below its top count as relative.
export CCACHE_BASEDIR="$PWD" CCACHE_NOHASHDIR=1

say() { printf '\n== %s (%s)\n' "$*" "$(date +%H:%M:%S)" >&2; }
die() {
  printf 'error: %s\n' "$*" >&2
  exit 1
}

# Material beside the project, used where it is there and nothing else was named: variable and place beside the checkout.
beside() {
  if [ -z "${!1:-}" ] && [ -e "../shared/$2" ]; then export "$1=$(realpath "../shared/$2")"; fi
}
beside XIEZHI_STATUTES law/statutes
beside XIEZHI_DMN_KIT dmn
beside XIEZHI_MERKLE_VECTORS vectors/merkle
beside XIEZHI_LEDGER_CSV data/enterprises-heilongjiang-20k.csv
beside XIEZHI_CASES cases/published-dev.jsonl

# Hash of the contents of the named files, for stamps.
hash_of() { cat "$@" | sha256sum | cut -c1-16; }

# A port nobody listens on just now.
free_port() {
  node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })'
}
