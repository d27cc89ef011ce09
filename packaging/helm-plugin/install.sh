#!/bin/sh
# Brings the executable of chartlint for this machine, and takes it only when its checksum is right.
# CHARTLINT_DOWNLOADS names another place with the files of a release: a URL or a folder.
# Its arguments are the folder to install to and the version; a plugin of Helm says both otherwise.
set -eu

fail() {
  echo "chartlint: $1" >&2
  exit 1
}

folder=${1:-${HELM_PLUGIN_DIR:-$(cd "$(dirname "$0")" && pwd)}}
version=${2:-$(sed -n 's/^version: *"\{0,1\}\([^"]*\)"\{0,1\} *$/\1/p' "$folder/plugin.yaml")}
from=${CHARTLINT_DOWNLOADS:-https://github.com/chartlint/chartlint/releases/download/v$version}

case $(uname -s) in
  Linux) os=linux ;;
  Darwin) os=darwin ;;
  MINGW* | MSYS* | CYGWIN*) os=windows ;;
  *) fail "there is no executable for $(uname -s); npm install -g chartlint works everywhere" ;;
esac
case $(uname -m) in
  x86_64 | amd64) cpu=x64 ;;
  aarch64 | arm64) cpu=arm64 ;;
  *) fail "there is no executable for $(uname -m); npm install -g chartlint works everywhere" ;;
esac
libc=
if [ "$os" = linux ] && ls /lib/ld-musl-* >/dev/null 2>&1; then libc=-musl; fi
exe=
if [ "$os" = windows ]; then exe=.exe; fi
name=chartlint-$os-$cpu$libc$exe

fetch() {
  case $from in
    https://* | http://*)
      if command -v curl >/dev/null 2>&1; then curl -fsSL -o "$2" "$from/$1"
      elif command -v wget >/dev/null 2>&1; then wget -qO "$2" "$from/$1"
      else fail 'curl or wget is needed'; fi
      ;;
    *) cp "$from/$1" "$2" ;;
  esac || fail "$from/$1 cannot be fetched"
}

sum() {
  if command -v sha256sum >/dev/null 2>&1; then sha256sum "$1"; else shasum -a 256 "$1"; fi | cut -d ' ' -f 1
}

mkdir -p "$folder/bin"
part=$(mktemp -d "$folder/bin/part.XXXXXX")
trap 'rm -rf "$part"' EXIT
fetch checksums.txt "$part/checksums.txt"
wanted=$(sed -n "s/^\([0-9a-f]\{64\}\) [ *]$name\$/\1/p" "$part/checksums.txt")
[ -n "$wanted" ] || fail "checksums.txt has no line for $name"
fetch "$name" "$part/chartlint"
found=$(sum "$part/chartlint")
[ "$found" = "$wanted" ] || fail "$name has the checksum $found, and $wanted is the right one; nothing was installed"
chmod 755 "$part/chartlint"
mv "$part/chartlint" "$folder/bin/chartlint$exe"
echo "chartlint $version is installed" >&2
