# shellcheck shell=bash
# Sourced by the scripts: goes to the root of the tree, and finds or installs what they need.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly MODULES=(bridge-sip bridge-media bridge-control bridge-sim)

die() {
  printf '%s: %s\n' "${0##*/}" "$*" >&2
  exit 1
}

# with_apt WHY PACKAGE...: installs the packages, or says in one line what to install.
with_apt() {
  local why=$1
  shift
  local run=()
  if [[ $(id -u) != 0 ]]; then
    sudo -n true 2>/dev/null || die "$why: install $* (no root, no sudo without a password)"
    run=(sudo -n)
  fi
  command -v apt-get >/dev/null || die "$why: install $* (Debian's names)"
  printf '%s: installing %s\n' "${0##*/}" "$*" >&2
  "${run[@]}" apt-get update -qq >&2 || true
  "${run[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "$@" >/dev/null ||
    die "$why: apt could not install $*"
}

# need COMMAND=PACKAGE...: each command is there afterwards.
need() {
  local pair missing=()
  for pair in "$@"; do
    command -v "${pair%%=*}" >/dev/null || missing+=("${pair#*=}")
  done
  if ((${#missing[@]})); then
    with_apt "missing tools" "${missing[@]}"
  fi
}

is_jdk25() {
  [[ -x $1/bin/javac ]] && [[ $("$1/bin/javac" -version 2>&1) == "javac 25"* ]]
}

jdk_on_path() {
  local javac
  javac=$(command -v javac) && dirname "$(dirname "$(readlink -f "$javac")")"
}

jdk_places() {
  printf '%s\n' "${JAVA_HOME:-}" /usr/lib/jvm/* /opt/java/* /opt/jdk* \
    "${SDKMAN_DIR:-$HOME/.sdkman}"/candidates/java/* "$HOME"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home
  [[ ! -x /usr/libexec/java_home ]] || /usr/libexec/java_home -v 25 2>/dev/null || true
  jdk_on_path || true
}

find_jdk() {
  local home
  while read -r home; do
    if is_jdk25 "$home"; then
      printf '%s\n' "$home"
      return
    fi
  done < <(jdk_places)
  return 1
}

# JAVA_HOME is a JDK 25 afterwards.
need_jdk() {
  local package
  if ! JAVA_HOME=$(find_jdk); then
    package=$(apt-cache pkgnames 2>/dev/null |
      grep -xE 'openjdk-25-jdk-headless|temurin-25-jdk' | sort | head -n 1 || true)
    [[ -n $package ]] || die "no JDK 25 found: install one and set JAVA_HOME to it"
    with_apt "no JDK 25 found" "$package"
    JAVA_HOME=$(find_jdk) || die "no JDK 25 found: install one and set JAVA_HOME to it"
  fi
  export JAVA_HOME
}

need_build() {
  need_jdk
  need mvn=maven
  # Debian's Maven is older than the JDK that it runs on, which would say so at length.
  export MAVEN_OPTS="${MAVEN_OPTS:---sun-misc-unsafe-memory-access=allow}"
}

# What a rehearsal's judge hears and sees with.
need_judges() {
  need dumpcap=wireshark-common tshark=tshark multimon-ng=multimon-ng sox=sox
}

# A module's jar is older than what it is made of.
is_stale() {
  local jar=$1/target/$1.jar
  [[ ! -f $jar || -n $(find "$1/src/main" "$1/pom.xml" pom.xml config -newer "$jar" -print -quit) ]]
}

# Builds, without tests, what has changed since the last build.
build() {
  local module stale=()
  for module in "${MODULES[@]}"; do
    ! is_stale "$module" || stale+=("$module")
  done
  if ((${#stale[@]})); then
    printf '%s: building\n' "${0##*/}" >&2
    mvn -B -q -Dmaven.test.skip package >&2
    # Maven leaves a jar alone whose classes did not change.
    for module in "${stale[@]}"; do
      touch "$module/target/$module.jar"
    done
  fi
}

# java_of MODULE ARGUMENT...: becomes a JVM on the module's class path.
java_of() {
  local module=$1
  shift
  exec "$JAVA_HOME/bin/java" @config/jvm.options \
    -cp "$module/target/$module.jar:$module/target/lib/*" "$@"
}
