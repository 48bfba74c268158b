#!/usr/bin/env bash
# Installs a real Julia 1.5.3 (Debian bullseye's package) under PREFIX, touching nothing else, and
# prints the path of its `julia` command. Needs Debian or a derivative (apt-get, dpkg-deb); no root.
# Usage: scripts/install_julia.sh [PREFIX]      default: ${XDG_CACHE_HOME:-~/.cache}/julia-oracle
# Where another Julia serves (1.5 or newer), set JULIA=/path/to/julia: that is printed then.
set -euo pipefail

if [ -n "${JULIA:-}" ]; then
    echo "$JULIA"
    exit 0
fi
prefix=${1:-${XDG_CACHE_HOME:-$HOME/.cache}/julia-oracle}
command=$prefix/bin/julia
if [ -x "$command" ] && "$command" --startup-file=no -e 'exit(0)' >/dev/null 2>&1; then
    echo "$command"
    exit 0
fi
if ! command -v apt-get >/dev/null || ! command -v dpkg-deb >/dev/null; then
    echo "no Julia: this needs Debian's apt-get and dpkg-deb (or set JULIA=/path/to/julia)" >&2
    exit 1
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mirror=$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' | grep '/debian/\?$' | head -n 1)
mkdir -p "$work"/{lists/partial,cache/archives/partial,deb,root} "$prefix/bin"
signed="[signed-by=/usr/share/keyrings/debian-archive-keyring.gpg]"
echo "deb $signed $mirror bullseye main" > "$work/sources.list"
apt=(-qq -o "Dir::Etc::sourcelist=$work/sources.list" -o Dir::Etc::sourceparts=-
     -o "Dir::State::lists=$work/lists" -o "Dir::Cache=$work/cache"
     -o Dir::State::status=/dev/null -o APT::Sandbox::User=root -o Debug::NoLocking=1)
apt-get "${apt[@]}" update >&2

# Julia and the libraries of its own release that a newer Debian no longer has; libc is the machine's.
packages=(julia julia-common libjulia1 libllvm9 libgit2-1.1 libhttp-parser2.9 libmbedcrypto3
    libmbedtls12 libmbedx509-0 libmpfr6 libgmp10 libopenlibm3 libpcre2-8-0 libssh2-1 libunwind8
    libutf8proc2 libdsfmt-19937-1 libopenblas64-0-pthread libgfortran5 libquadmath0 libffi7 libedit2
    libbsd0 libz3-4 libcurl3-gnutls libldap-2.4-2 libnettle8 libhogweed6 libgnutls30 librtmp1
    libsasl2-2 libssl1.1 libtinfo6 zlib1g)
(cd "$work/deb" && apt-get "${apt[@]}" download "${packages[@]}" >&2)
for deb in "$work"/deb/*.deb; do dpkg-deb -x "$deb" "$work/root"; done
rm -rf "$prefix/root"
mv "$work/root" "$prefix/root"

cat > "$command" <<'WRAPPER'
#!/usr/bin/env bash
root=$(cd "$(dirname "$(readlink -f "$0")")/../root" && pwd)
lib=$root/usr/lib/x86_64-linux-gnu
export LD_LIBRARY_PATH=$lib/julia:$lib/openblas64-pthread:$lib:$root/lib/x86_64-linux-gnu
exec "$root/usr/bin/julia" --history-file=no "$@"
WRAPPER
chmod +x "$command"
"$command" --startup-file=no -e 'using LinearAlgebra; @assert inv([2.0 0; 0 4.0]) == [0.5 0; 0 0.25]'
echo "$command"
