package dev.landwaiter.dockerfile.advice;

import java.util.Set;

/// Which packages a program needs to be made, and not to run.
final class BuildTools {
  private static final Set<String> COMPILERS =
      Set.of(
          "gcc",
          "g++",
          "cc",
          "clang",
          "llvm",
          "make",
          "cmake",
          "ninja-build",
          "meson",
          "autoconf",
          "automake",
          "libtool",
          "pkg-config",
          "pkgconf",
          "build-essential",
          "build-base",
          "linux-headers",
          "musl-dev",
          "libc6-dev",
          "libc-dev",
          "glibc-devel",
          "golang",
          "golang-go",
          "go",
          "cargo",
          "rustc",
          "rust",
          "maven",
          "gradle",
          "ant",
          "gcc-c++",
          "bison",
          "flex",
          "patch",
          "m4",
          "nasm",
          "yasm",
          "swig",
          "cython3",
          "dpkg-dev",
          "devscripts",
          "debhelper",
          "rpm-build",
          "default-jdk",
          "default-jdk-headless",
          "nodejs-npm",
          "npm",
          "yarn");
  private static final Set<String> TOOLS =
      Set.of(
          "git",
          "curl",
          "wget",
          "unzip",
          "zip",
          "gnupg",
          "gnupg2",
          "gpg",
          "vim",
          "nano",
          "less",
          "subversion",
          "mercurial",
          "openssh-client",
          "ssh",
          "rsync",
          "lsb-release",
          "sudo",
          "htop",
          "strace",
          "gdb",
          "tcpdump",
          "net-tools",
          "telnet",
          "nmap",
          "netcat",
          "iputils-ping",
          "dnsutils",
          "software-properties-common",
          "apt-transport-https",
          "apt-utils",
          "man-db",
          "file",
          "tree",
          "screen",
          "tmux",
          "emacs",
          "jq");

  private BuildTools() {}

  /// Compilers, headers and build systems.
  static boolean builds(String name) {
    return COMPILERS.contains(name)
        || name.endsWith("-dev")
        || name.endsWith("-devel")
        || name.startsWith("gcc-")
        || (name.startsWith("openjdk-") && name.contains("-jdk"));
  }

  /// Tools of people and of builds: downloaders, editors, debuggers, version control.
  static boolean assists(String name) {
    return TOOLS.contains(name);
  }

  /// Files every minimal base but scratch holds.
  static boolean isData(String name) {
    return name.equals("ca-certificates") || name.equals("tzdata") || name.equals("netbase");
  }
}
