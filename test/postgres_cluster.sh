#!/bin/bash
# A private PostgreSQL 15 cluster for tests.
#   test/postgres_cluster.sh start DIR [SETTING=VALUE …]   prints its connection string on the last line
#   test/postgres_cluster.sh stop DIR
# The server never runs as root: as root it becomes the user postgres. It trusts local users on its socket in DIR only.
set -euo pipefail

bin=${XIEZHI_POSTGRES_BIN:-/usr/lib/postgresql/15/bin}
action=${1:?start or stop}
dir=$(realpath -m "${2:?directory}")
shift 2

as_server() {
  if [ "$(id -u)" = 0 ]; then
    runuser -u postgres -- "$@"
  else
    "$@"
  fi
}

free_port() {
  local port
  for _ in $(seq 100); do
    port=$((20000 + RANDOM % 30000))
    if ! (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
      echo "$port"
      return
    fi
  done
  echo "no free port" >&2
  return 1
}

case $action in
  start)
    if [ ! -e "$dir/data/PG_VERSION" ]; then
      mkdir -p "$dir"
      if [ "$(id -u)" = 0 ]; then chown postgres "$dir"; fi
      as_server "$bin/initdb" -D "$dir/data" -U xiezhi -E UTF8 --locale=C.UTF-8 --auth-local=trust --auth-host=reject \
        >"$dir/initdb.log"
      free_port >"$dir/port"
    fi
    port=$(cat "$dir/port")
    options="-p $port -c listen_addresses='' -c unix_socket_directories='$dir' -c max_connections=200"
    for setting in "$@"; do options+=" -c $setting"; done
    as_server "$bin/pg_ctl" -D "$dir/data" -l "$dir/data/server.log" -w -t 60 -o "$options" start >/dev/null
    echo "postgresql://xiezhi@/postgres?host=$dir&port=$port"
    ;;
  stop)
    as_server "$bin/pg_ctl" -D "$dir/data" -m fast -w stop >/dev/null
    ;;
  *)
    echo "start or stop, not $action" >&2
    exit 2
    ;;
esac
